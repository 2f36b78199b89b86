/* The address that a tag of the head declares: _address of document/source.py, step by step. */
#include "scan_tags.h"

/* No tag that declares an address is longer. */
enum { LONGEST_TAG = 4096 };

/* The '<' before a place or at it, in reach; NULL where there is none. */
static const char *tag_before(const char *floor, const char *at)
{
    Py_ssize_t reach = at - floor > LONGEST_TAG ? LONGEST_TAG : at - floor;
    for (; reach >= 0; reach--, at--)
        if (*at == '<')
            return at;
    return NULL;
}

/* Whether a value is the word: 1, 0, or -1 after an error. */
static int is_word(Bytes value, const char *word, PyObject *unescape)
{
    if (!next(value, '&'))
        return equals(value, word);
    PyObject *text = PyUnicode_DecodeUTF8(value.at, value.end - value.at, "replace");
    PyObject *plain = text ? PyObject_CallOneArg(unescape, text) : NULL;
    PyObject *lower = plain ? PyObject_CallMethod(plain, "lower", NULL) : NULL;
    const int same = lower ? PyUnicode_CompareWithASCIIString(lower, word) == 0 : -1;
    Py_XDECREF(text);
    Py_XDECREF(plain);
    Py_XDECREF(lower);
    return same;
}

/*
 * The address of one tag, None where it is not named or says nothing; a new reference, NULL after an error.
 * Of an attribute that stands there twice the last one counts.
 */
static PyObject *declared(Bytes tag, Bytes word, const char *attribute, PyObject *unescape)
{
    Bytes value = {NULL, NULL};
    int named = *word.at == '<';
    for (Attribute found; next_attribute(&tag, &found);) {
        if (equals(found.name, attribute))
            value = found.value;
        if (!named && (named = is_word(found.value, word.at, unescape)) < 0)
            return NULL;
    }
    PyObject *text = named && value.at ? plain_text(value, unescape) : Py_NewRef(Py_None);
    if (text && text != Py_None && !PyUnicode_GET_LENGTH(text))
        Py_SETREF(text, Py_NewRef(Py_None));
    return text;
}

PyObject *address(Bytes head, Bytes word, const char *attribute, PyObject *unescape)
{
    const char *at = head.at, *floor = head.at;
    const Py_ssize_t length = word.end - word.at;
    while ((at = find((Bytes){at, head.end}, word.at, (size_t)length))) {
        const char *start = tag_before(head.at, at), *behind = at + length;
        const char *end = next((Bytes){at, head.end - at > LONGEST_TAG ? at + LONGEST_TAG : head.end}, '>');
        at = behind;
        if (!start || !end || !Py_ISALPHA(start[1]))
            continue;
        PyObject *text = declared((Bytes){start, end + 1}, word, attribute, unescape);
        if (!text)
            return NULL;
        const bool hidden = text != Py_None;
        if (hidden && !ends_in_comment((Bytes){floor, start}))
            return text;
        Py_DECREF(text);
        if (hidden) {
            /* The whole comment declares nothing; one that is not closed hides the rest. */
            if (!(floor = find((Bytes){start, head.end}, "-->", 3)))
                break;
            at = floor > behind ? floor : behind;
        } else {
            /* Once more the word, in the same tag: nothing new. */
            at = next((Bytes){behind, end}, '<');
            at = at ? at : end;
        }
    }
    Py_RETURN_NONE;
}

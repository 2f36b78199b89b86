/* What a head says: its title and its named meta elements, as _head of document/source.py reads them. */
#include "scan_tags.h"

/* So many characters and quoted values at the most stand between "<meta" and ">". */
enum { LONGEST_TAG = 2000 };

/* Copies the head without its comments to `to`, which has room for all of it; one that is not closed stays. Returns the end. */
static char *without_comments(Bytes head, const char *comment, char *to)
{
    while (comment) {
        const char *close = head.end - comment > 4 ? find((Bytes){comment + 4, head.end}, "-->", 3) : NULL;
        if (!close)
            break;
        memcpy(to, head.at, (size_t)(comment - head.at));
        to += comment - head.at;
        head.at = close + 3;
        comment = find(head, "<!--", 4);
    }
    memcpy(to, head.at, (size_t)(head.end - head.at));
    return to + (head.end - head.at);
}

/* Where the word, in any case, that a '<' or more opens stands next; NULL where it does not. */
static const char *tag(Bytes in, const char *word)
{
    while ((in.at = next(in, '<'))) {
        if (says(in.at, in.end, word))
            return in.at;
        in.at++;
    }
    return NULL;
}

/* What stands between the first title's tags; None where there is none. */
static PyObject *title(Bytes head)
{
    Bytes text = head;
    if (!(text.at = tag(head, "<title")) || !(text.at = next(text, '>')))
        Py_RETURN_NONE;
    text.at++;
    if (!(text.end = tag(text, "</title")))
        Py_RETURN_NONE;
    return PyUnicode_DecodeUTF8(text.at, text.end - text.at, "replace");
}

/* Where a tag whose inside begins here ends (at its ">"), NULL where it does not end. */
static const char *end_of_tag(Bytes in)
{
    for (int units = 0; in.at < in.end; units++) {
        const char character = *in.at;
        if (character == '>')
            return in.at;
        if (units == LONGEST_TAG)
            return NULL;
        if (character == '"' || character == '\'') {
            in.at++;
            if (!(in.at = next(in, character)))
                return NULL;
        }
        do
            in.at++;
        while (in.at < in.end && ((unsigned char)*in.at & 0xC0) == 0x80);
    }
    return NULL;
}

static bool is_nothing(PyObject *content)
{
    return !PyUnicode_GET_LENGTH(content) || PyUnicode_CompareWithASCIIString(content, "null") == 0 ||
           PyUnicode_CompareWithASCIIString(content, "undefined") == 0;
}

static PyObject *in_lower_case(PyObject *text)
{
    if (!PyUnicode_IS_ASCII(text))
        return PyObject_CallMethod(text, "lower", NULL);
    const char *data = PyUnicode_DATA(text);
    return lowered((Bytes){data, data + PyUnicode_GET_LENGTH(text)});
}

/* Enters a content under a name, in lower case, that has none yet; false after an error. */
static bool enter(PyObject *metas, Bytes name, PyObject *content, PyObject *unescape)
{
    PyObject *text = plain_text(name, unescape), *key = text ? in_lower_case(text) : NULL;
    const bool done = key && PyDict_SetDefault(metas, key, content);
    Py_XDECREF(text);
    Py_XDECREF(key);
    return done;
}

/* The attributes that are asked for. */
enum { CONTENT, NAME, PROPERTY, ITEMPROP, ASKED };

static const char *const words[ASKED] = {"content", "name", "property", "itemprop"};

/* Reads one meta element; false after an error. */
static bool read_meta(PyObject *metas, Bytes inside, PyObject *unescape)
{
    Bytes values[ASKED] = {{NULL, NULL}};
    for (Attribute attribute; next_attribute(&inside, &attribute);)
        for (int i = 0; i < ASKED; i++)
            if (equals(attribute.name, words[i]))
                values[i] = attribute.value;
    if (!values[CONTENT].at || !(values[NAME].at || values[PROPERTY].at || values[ITEMPROP].at))
        return true;
    PyObject *content = plain_text(values[CONTENT], unescape);
    bool done = content != NULL;
    for (int i = NAME; done && i < ASKED && !is_nothing(content); i++)
        done = !values[i].at || enter(metas, values[i], content, unescape);
    Py_XDECREF(content);
    return done;
}

/* The contents of the named meta elements, the first of each name; NULL after an error. */
static PyObject *metas(Bytes head, PyObject *unescape)
{
    PyObject *found = PyDict_New();
    while (found && (head.at = tag(head, "<meta"))) {
        head.at += strlen("<meta");
        const char *end = word_at(head.at, head.end) ? NULL : end_of_tag(head);
        if (!end)
            continue;
        if (!read_meta(found, (Bytes){head.at, end}, unescape))
            Py_CLEAR(found);
        head.at = end + 1;
    }
    return found;
}

PyObject *head(Bytes page, PyObject *unescape)
{
    const char *comment = find(page, "<!--", 4);
    char *copy = NULL;
    if (comment) {
        if (!(copy = PyMem_Malloc((size_t)(page.end - page.at))))
            return PyErr_NoMemory();
        page = (Bytes){copy, without_comments(page, comment, copy)};
    }
    PyObject *name = title(page), *said = name ? metas(page, unescape) : NULL;
    PyObject *both = said ? PyTuple_Pack(2, name, said) : NULL;
    Py_XDECREF(name);
    Py_XDECREF(said);
    PyMem_Free(copy);
    return both;
}

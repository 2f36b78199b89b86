/* The named meta elements of a head: the patterns _TAG and _ATTRIBUTE of document/source.py, step by step. */
#include "scan.h"

/* A stretch of a str: its storage and two places in it. */
typedef struct {
    PyObject *text;
    const void *data;
    int kind;
    Py_ssize_t at, end;
} Chars;

/* So many characters and quoted values at the most stand between "<meta" and ">"; so many follow a name's first. */
enum { LONGEST_TAG = 2000, LONGEST_NAME = 60 };

/* The attributes that are asked for. */
enum { CONTENT, NAME, PROPERTY, ITEMPROP, ASKED };

static const char *const words[ASKED] = {"content", "name", "property", "itemprop"};

static inline Py_UCS4 at(const Chars *c, Py_ssize_t place)
{
    return PyUnicode_READ(c->kind, c->data, place);
}

static inline bool is_word(Py_UCS4 c)
{
    return c < 128 ? Py_ISALNUM(c) || c == '_' : Py_UNICODE_ISALNUM(c);
}

/* Whether the word stands at the place, in any case. */
static bool says(const Chars *c, Py_ssize_t place, const char *word)
{
    for (; *word; word++, place++) {
        if (place >= c->end)
            return false;
        const Py_UCS4 character = at(c, place);
        if (character > 127 || Py_TOLOWER(character) != *word)
            return false;
    }
    return true;
}

static Py_ssize_t behind_spaces(const Chars *c, Py_ssize_t place)
{
    while (place < c->end && Py_UNICODE_ISSPACE(at(c, place)))
        place++;
    return place;
}

static Py_ssize_t find_character(const Chars *c, Py_ssize_t from, Py_UCS4 character)
{
    return from < c->end ? PyUnicode_FindChar(c->text, character, from, c->end, 1) : -1;
}

/* Where a tag whose inside begins here ends (at its ">"), -1 where it does not end. */
static Py_ssize_t end_of_tag(const Chars *c, Py_ssize_t place)
{
    for (int units = 0; place < c->end; units++) {
        const Py_UCS4 character = at(c, place);
        if (character == '>')
            return place;
        if (units == LONGEST_TAG)
            return -1;
        if (character == '"' || character == '\'') {
            place = find_character(c, place + 1, character);
            if (place < 0)
                return -1;
        }
        place++;
    }
    return -1;
}

/* Where the name that begins here ends, -1 where none does, or one that is too long. */
static Py_ssize_t end_of_name(const Chars *c, Py_ssize_t place)
{
    const Py_ssize_t begin = place;
    const Py_UCS4 first = at(c, place++);
    if (first > 127 || !(Py_ISALPHA(first) || first == '_' || first == ':'))
        return -1;
    for (; place < c->end && place - begin <= LONGEST_NAME; place++) {
        const Py_UCS4 character = at(c, place);
        if (!is_word(character) && character != '-' && character != ':' && character != '.')
            break;
    }
    return place;
}

/* Reads the value that stands here; false where none does. */
static bool value_at(const Chars *c, Py_ssize_t place, Chars *value, Py_ssize_t *behind)
{
    if (place >= c->end)
        return false;
    const Py_UCS4 quote = at(c, place);
    *value = *c;
    if (quote == '"' || quote == '\'') {
        value->at = place + 1;
        value->end = find_character(c, place + 1, quote);
        *behind = value->end + 1;
        return value->end >= 0;
    }
    value->at = place;
    while (place < c->end) {
        const Py_UCS4 character = at(c, place);
        if (character == '"' || character == '\'' || character == '>' || Py_UNICODE_ISSPACE(character))
            break;
        place++;
    }
    value->end = *behind = place;
    return place > value->at;
}

/* Reads the next attribute, and moves behind it; false where there is no more. `which` is ASKED for others. */
static bool next_attribute(Chars *c, int *which, Chars *value)
{
    for (; c->at < c->end; c->at++) {
        const Py_ssize_t name = end_of_name(c, c->at);
        if (name < 0)
            continue;
        Py_ssize_t place = behind_spaces(c, name), behind;
        if (place >= c->end || at(c, place) != '=' || !value_at(c, behind_spaces(c, place + 1), value, &behind))
            continue;
        for (*which = 0; *which < ASKED; ++*which)
            if (name - c->at == (Py_ssize_t)strlen(words[*which]) && says(c, c->at, words[*which]))
                break;
        c->at = behind;
        return true;
    }
    return false;
}

/* The value without entities and white space at its ends; a new reference. */
static PyObject *plain_text(const Chars *value, PyObject *unescape)
{
    PyObject *text = PyUnicode_Substring(value->text, value->at, value->end), *plain = text;
    if (text && find_character(value, value->at, '&') >= 0) {
        plain = PyObject_CallOneArg(unescape, text);
        Py_DECREF(text);
    }
    PyObject *bare = plain ? PyObject_CallMethod(plain, "strip", NULL) : NULL;
    Py_XDECREF(plain);
    return bare;
}

static bool is_nothing(PyObject *content)
{
    return !PyUnicode_GET_LENGTH(content) || PyUnicode_CompareWithASCIIString(content, "null") == 0 ||
           PyUnicode_CompareWithASCIIString(content, "undefined") == 0;
}

/* Enters a content under a name, in lower case, that has none yet; false after an error. */
static bool enter(PyObject *metas, const Chars *name, PyObject *content, PyObject *unescape)
{
    PyObject *text = plain_text(name, unescape), *key = text ? PyObject_CallMethod(text, "lower", NULL) : NULL;
    const bool done = key && PyDict_SetDefault(metas, key, content);
    Py_XDECREF(text);
    Py_XDECREF(key);
    return done;
}

/* Reads one meta element; false after an error. */
static bool read_meta(PyObject *metas, Chars tag, PyObject *unescape)
{
    Chars values[ASKED], value;
    bool found[ASKED] = {false};
    for (int which; next_attribute(&tag, &which, &value);)
        if (which < ASKED) {
            values[which] = value;
            found[which] = true;
        }
    if (!found[CONTENT])
        return true;
    PyObject *content = plain_text(&values[CONTENT], unescape);
    bool done = content != NULL;
    for (int which = NAME; done && which < ASKED && !is_nothing(content); which++)
        done = !found[which] || enter(metas, &values[which], content, unescape);
    Py_XDECREF(content);
    return done;
}

PyObject *metas(PyObject *head, PyObject *unescape)
{
    Chars c = {head, PyUnicode_DATA(head), PyUnicode_KIND(head), 0, PyUnicode_GET_LENGTH(head)};
    PyObject *found = PyDict_New();
    while (found && (c.at = find_character(&c, c.at, '<')) >= 0) {
        c.at++;
        if (!says(&c, c.at, "meta") || (c.at + 4 < c.end && is_word(at(&c, c.at + 4))))
            continue;
        const Py_ssize_t end = end_of_tag(&c, c.at + 4);
        if (end < 0)
            continue;
        Chars tag = c;
        tag.at += 4;
        tag.end = end;
        c.at = end + 1;
        if (!read_meta(found, tag, unescape))
            Py_CLEAR(found);
    }
    return found;
}

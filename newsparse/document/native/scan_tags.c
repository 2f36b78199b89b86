/* The attributes of a tag: the pattern _ATTRIBUTE of document/source.py, step by step. */
#include "scan_tags.h"

/* So many characters follow a name's first. */
enum { LONGEST_NAME = 60 };

/* Any character that is neither white space nor part of a word stands for bytes that are no UTF-8. */
static const Py_UCS4 no_character = 0xFFFD;

static bool continues(const char *at, const char *end)
{
    return at < end && ((unsigned char)*at & 0xC0) == 0x80;
}

/* The character beyond ASCII that begins here, and where it ends. */
static Py_UCS4 wide_character(const char *at, const char *end, const char **behind)
{
    /* What fits into fewer bytes is not written in so many. */
    static const Py_UCS4 least[] = {0, 0x80, 0x800, 0x10000};
    const unsigned char lead = (unsigned char)*at++;
    const int more = lead < 0xC2 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : lead < 0xF5 ? 3 : 0;
    Py_UCS4 character = lead & (0x3F >> more);
    *behind = at;
    for (int i = 0; i < more; i++, at++) {
        if (!continues(at, end))
            return no_character;
        character = character << 6 | ((unsigned char)*at & 0x3F);
    }
    if (!more || character < least[more] || character > 0x10FFFF)
        return no_character;
    *behind = at;
    return character;
}

/* How many bytes of white space stand at the place. */
static Py_ssize_t space_at(const char *at, const char *end)
{
    const char *behind;
    if ((unsigned char)*at < 0x80)
        return Py_UNICODE_ISSPACE((unsigned char)*at) ? 1 : 0;
    return Py_UNICODE_ISSPACE(wide_character(at, end, &behind)) ? behind - at : 0;
}

static const char *behind_spaces(const char *at, const char *end)
{
    for (Py_ssize_t wide; at < end && (wide = space_at(at, end)); at += wide)
        ;
    return at;
}

bool word_at(const char *at, const char *end)
{
    const char *behind;
    if (at >= end)
        return false;
    if ((unsigned char)*at < 0x80)
        return Py_ISALNUM(*at) || *at == '_';
    return Py_UNICODE_ISALNUM(wide_character(at, end, &behind));
}

bool says(const char *at, const char *end, const char *word)
{
    for (; *word; word++, at++)
        if (at >= end || Py_TOLOWER(*at) != *word)
            return false;
    return true;
}

bool equals(Bytes stretch, const char *word)
{
    return stretch.end - stretch.at == (Py_ssize_t)strlen(word) && says(stretch.at, stretch.end, word);
}

bool ends_in_comment(Bytes in)
{
    const char *last = NULL, *end = in.end;
    while ((in.at = find(in, "<!--", 4)))
        last = in.at++;
    return last && !find((Bytes){last + 2, end}, "-->", 3);
}

/* Where the name that begins here ends, NULL where none does. */
static const char *end_of_name(const char *at, const char *end)
{
    if (!(Py_ISALPHA(*at) || *at == '_' || *at == ':'))
        return NULL;
    at++;
    for (int more = 0; at < end && more < LONGEST_NAME; more++) {
        if (*at == '-' || *at == ':' || *at == '.')
            at++;
        else if (!word_at(at, end))
            break;
        else if ((unsigned char)*at < 0x80)
            at++;
        else
            wide_character(at, end, &at);
    }
    return at;
}

/* Reads the value that stands here; false where none does. */
static bool value_at(const char *at, const char *end, Bytes *value, const char **behind)
{
    if (at >= end)
        return false;
    if (*at == '"' || *at == '\'') {
        value->at = at + 1;
        value->end = at + 1 < end ? memchr(at + 1, *at, (size_t)(end - at - 1)) : NULL;
        *behind = value->end ? value->end + 1 : end;
        return value->end != NULL;
    }
    value->at = at;
    while (at < end && *at != '"' && *at != '\'' && *at != '>' && !space_at(at, end))
        at++;
    value->end = *behind = at;
    return at > value->at;
}

bool next_attribute(Bytes *in, Attribute *attribute)
{
    for (; in->at < in->end; in->at++) {
        const char *name = end_of_name(in->at, in->end), *behind;
        if (!name)
            continue;
        const char *at = behind_spaces(name, in->end);
        if (at >= in->end || *at != '=')
            continue;
        if (!value_at(behind_spaces(at + 1, in->end), in->end, &attribute->value, &behind))
            continue;
        attribute->name = (Bytes){in->at, name};
        in->at = behind;
        return true;
    }
    return false;
}

/* Without the white space at both ends. */
static Bytes stripped(Bytes value)
{
    value.at = behind_spaces(value.at, value.end);
    while (value.end > value.at) {
        const char *last = value.end - 1;
        while (last > value.at && value.end - last < 4 && continues(last, value.end))
            last--;
        if (space_at(last, value.end) != value.end - last)
            break;
        value.end = last;
    }
    return value;
}

PyObject *plain_text(Bytes value, PyObject *unescape)
{
    const bool escaped = next(value, '&') != NULL;
    if (!escaped)
        value = stripped(value);
    PyObject *text = PyUnicode_DecodeUTF8(value.at, value.end - value.at, "replace");
    if (!text || !escaped)
        return text;
    PyObject *plain = PyObject_CallOneArg(unescape, text);
    Py_DECREF(text);
    PyObject *bare = plain ? PyObject_CallMethod(plain, "strip", NULL) : NULL;
    Py_XDECREF(plain);
    return bare;
}

/* Tags in UTF-8 and their attributes, as the pattern _ATTRIBUTE of document/source.py reads them. */
#ifndef NEWSPARSE_SCAN_TAGS_H
#define NEWSPARSE_SCAN_TAGS_H

#include "scan.h"

typedef struct {
    Bytes name, value;
} Attribute;

/* Reads the next attribute, and moves behind it; false where there is no more. */
bool next_attribute(Bytes *in, Attribute *attribute);

/* Whether a letter, a digit or the low line stands at the place. */
bool word_at(const char *at, const char *end);

/* Whether the word, which is in lower case, stands at the place, in any case of ASCII letters. */
bool says(const char *at, const char *end, const char *word);

/* Whether the stretch is the word, in any case of ASCII letters. */
bool equals(Bytes stretch, const char *word);

/* Where the next byte like this stands, NULL where there is none. */
static inline const char *next(Bytes in, char byte)
{
    return in.at < in.end ? memchr(in.at, byte, (size_t)(in.end - in.at)) : NULL;
}

/* Whether a comment that begins in the bytes is still open at their end. */
bool ends_in_comment(Bytes in);

/* A value without entities and white space at its ends: a str, NULL after an error. */
PyObject *plain_text(Bytes value, PyObject *unescape);

#endif

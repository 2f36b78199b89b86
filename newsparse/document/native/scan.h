/*
 * newsparse.document._scan: what looks at a page's bytes, compiled.  Each function does what the one of the same
 * name does in Python, which says why: document/window.py, document/source.py, document/utf8.py,
 * charset.py.
 */
#ifndef NEWSPARSE_SCAN_H
#define NEWSPARSE_SCAN_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdbool.h>
#include <string.h>

/* A stretch of bytes. */
typedef struct {
    const char *at, *end;
} Bytes;

/* Where a word first stands, NULL where it does not. */
const char *find(Bytes in, const char *word, size_t length);

static inline bool begins(const char *at, const char *end, const char *word)
{
    const size_t length = strlen(word);
    return end - at >= (Py_ssize_t)length && memcmp(at, word, length) == 0;
}

/* What hides a place of the page so that no tag can stand there, NULL where nothing does. */
const char *hidden_at(Bytes page, const char *floor, const char *place);

/* Whether the last tag before the end is not closed there. */
bool in_tag(Bytes page, const char *floor, const char *end);

/* How many elements a piece leaves open, -1 where it closes others, or hides what it does. */
Py_ssize_t left(Bytes piece);

/* The hosts of the first links, in lower case: a list of str, NULL when memory is out. */
PyObject *linked(Bytes page, Py_ssize_t limit);

/* ASCII in lower case: a str, NULL when memory is out. */
PyObject *lowered(Bytes name);

/* How many bytes are this one. */
Py_ssize_t count(Bytes in, char byte);

/* The first byte that UTF-8 does not allow, NULL where all is UTF-8; counts the bytes that continue a character. */
const char *fault(Bytes in, Py_ssize_t *continuing);

/*
 * The UTF-8 of what two-byte codes stand for, from (0x81, 0x40) on: a bytes object, NULL with an error set.
 * The lines give them in this order, each ended by a line feed; what is no code has a line of more than four bytes.
 */
PyObject *table(Bytes lines);

/* The bytes as UTF-8, by such a table; None where there are others than ASCII and its codes. */
PyObject *transcode(Bytes in, PyObject *table);

/*
 * What a head in UTF-8 says: the title's text as it is written, or None, and the content of its named meta elements by their
 * names in lower case, a dict; NULL after an error.
 */
PyObject *head(Bytes page, PyObject *unescape);

/* The label of the encoding in a page's first bytes, where its first tag is written as usual; NULL otherwise. */
Bytes usual_label(Bytes opening);

/* The address that a tag with this word declares in this attribute: a str or None, NULL after an error. */
PyObject *address(Bytes head, Bytes word, const char *attribute, PyObject *unescape);

#endif

/* Words that tell lines apart, in classes by number: which classes a line has words of is one walk over its text. */
#ifndef NEWSPARSE_SIGNS_H
#define NEWSPARSE_SIGNS_H

#include "bytes.h"
#include "tree.h"

#if defined(__GNUC__)
#pragma GCC visibility push(hidden)
#endif

/* A bit a class. */
typedef uint64_t Mask;

/* A word behind its first character. */
typedef struct {
    Eight begin; /* its first bytes */
    Mask mask;
    const char *rest;
    size_t length;
} Word;

/* The longer words that begin with one character. */
typedef struct {
    uint16_t character; /* 0: nothing here */
    uint16_t first, count;
} Head;

/* Small tables, so that they stay in the processor's cache beside the text. */
enum { HEADS = 1024, PAIRS = 1 << 16, PLANE = 1 << 16, PART = 64, KINDS = 256 };

typedef struct {
    PyObject_HEAD
    PyObject *kept; /* what the words' bytes belong to */
    Word *words;    /* of more than one character */
    Py_ssize_t count, head_count;
    const char *closings; /* the characters that texts of one more class end with, and its bit */
    size_t closing_length;
    Mask closed;
    /* Words of one character: the plane in parts, those alike that hold none; what each character is; the classes of what it is. */
    unsigned char parts[PLANE / PART];
    unsigned char (*kinds)[PART];
    int part_count, kind_count;
    Mask classes[KINDS];
    Mask pairs[PAIRS / 64]; /* the two characters that longer words begin with, by a hash: nearly all others fall through */
    Head heads[HEADS];
} Signs;

extern PyTypeObject SignsType;

/* The signs of a line that nobody looked through. */
enum { UNKNOWN = -1 };

/* An argument that is a table of signs, or None for none. */
static inline bool may_be_signs(PyObject *object)
{
    return object == Py_None || Py_IS_TYPE(object, &SignsType);
}

static inline const Signs *signs_of(PyObject *object)
{
    return object == Py_None ? NULL : (const Signs *)object;
}

/* The classes that a text has words of. */
Mask signs_in(const Signs *table, Str text);

#if defined(__GNUC__)
#pragma GCC visibility pop
#endif

#endif

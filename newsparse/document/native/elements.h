/* The row of elements that queries look through. */
#ifndef NEWSPARSE_ELEMENTS_H
#define NEWSPARSE_ELEMENTS_H

#include "tree.h"

#if defined(__GNUC__)
#pragma GCC visibility push(hidden)
#endif

typedef struct {
    const Node *node;
    uintptr_t tag;
    const Str *class, *id;
    Py_ssize_t around; /* number of the element it lies in, -1 for the first */
    Py_ssize_t end;    /* number of the first element behind it that does not lie in it */
} Listed;

typedef struct {
    PyObject_HEAD
    PyObject *owner;
    Listed *row;
    Py_ssize_t count;
    bool quirks; /* class and id names match in any case */
} Elements;

extern PyTypeObject ElementsType;

#if defined(__GNUC__)
#pragma GCC visibility pop
#endif

#endif

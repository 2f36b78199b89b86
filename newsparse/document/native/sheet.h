/* What the walk over a page found: lines and boxes as plain rows, made objects of Python's when they are asked for. */
#ifndef NEWSPARSE_SHEET_H
#define NEWSPARSE_SHEET_H

#include "signs.h"
#include "text.h"

#if defined(__GNUC__)
#pragma GCC visibility push(hidden)
#endif

enum { L_TEXT, L_MEDIA, L_LIST };

typedef struct {
    size_t at, length;           /* its bytes in the sheet's text, or in that of the lists */
    Py_ssize_t start;            /* characters of the lines of text before it, a line feed each included */
    Py_ssize_t links;            /* characters of links before it */
    Py_ssize_t linked;           /* and in it */
    Py_ssize_t box;
    size_t first_node, nodes;    /* its anchors, or the element that it is */
    Mask signs;
    unsigned char kind;
    bool bold, centred, broken;
    PyObject *object;            /* NULL until asked for */
} Row;

typedef struct {
    const Node *node;
    Py_ssize_t parent, first, last;
    PyObject *object; /* NULL until asked for */
} Frame;

typedef struct {
    PyObject_HEAD
    PyObject *owner; /* keeps the tree alive */
    Row *rows;
    Frame *frames;
    Nodes nodes;
    Py_ssize_t row_count, frame_count;
    size_t row_room, frame_room;
    Py_ssize_t start, links; /* of the line that would come next */
    Buffer text, lists;
    char *hidden;        /* of each box what is known of it, NULL until one is asked for */
} Sheet;

extern PyTypeObject SheetType;

Sheet *new_sheet(PyObject *owner);

/* Adds a line and returns it, for the rest to be said of it; NULL when memory is out. */
Row *add_row(Sheet *sheet, int kind, Str text, const Signs *table);
/* Adds a box. False when memory is out. */
bool add_frame(Sheet *sheet, const Node *node, Py_ssize_t parent, Py_ssize_t first, Py_ssize_t last);

/* The number of the box that a line is a paragraph of. */
Py_ssize_t group_of(const Sheet *sheet, Py_ssize_t line);

/* The text of a line, made anew. */
PyObject *text_of(const Sheet *sheet, const Row *row);

/* Appends a number to a list; false with an error set where that fails. */
bool add_number(PyObject *list, Py_ssize_t value);

/* sheet_rows.c */
PyObject *sheet_lines(Sheet *self, void *unused);
PyObject *sheet_boxes(Sheet *self, void *unused);
int add_rows(PyObject *module);

/* sheet_words.c */
PyObject *sheet_having(Sheet *self, PyObject *const *args, Py_ssize_t count);
PyObject *sheet_saying(Sheet *self, PyObject *const *args, Py_ssize_t count);
PyObject *sheet_texts(Sheet *self, PyObject *const *args, Py_ssize_t count);
PyObject *sheet_anchors(Sheet *self, PyObject *const *args, Py_ssize_t count);
PyObject *sheet_called(Sheet *self, PyObject *const *args, Py_ssize_t count);
PyObject *sheet_pointing(Sheet *self, PyObject *const *args, Py_ssize_t count);

/* region.c */
PyObject *sheet_heaviest(PyObject *self, PyObject *args);
PyObject *sheet_weighed(PyObject *self, PyObject *args);

#if defined(__GNUC__)
#pragma GCC visibility pop
#endif

#endif

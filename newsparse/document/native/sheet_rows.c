/* The rows of a sheet as Python sees them: sequences of lines and boxes, each made when it is asked for. */
#include "sheet.h"

#include <structmember.h>

/* ---- Boxes for Python ---- */

typedef struct {
    PyObject_HEAD
    const Node *node;
    PyObject *owner, *attributes;
    Py_ssize_t parent, first, last;
} Box;

static PyTypeObject BoxType;

static PyObject *new_box(const Frame *frame, PyObject *owner)
{
    Box *self = PyObject_New(Box, &BoxType);
    if (!self)
        return NULL;
    self->node = frame->node;
    self->owner = Py_NewRef(owner);
    self->attributes = NULL;
    self->parent = frame->parent;
    self->first = frame->first;
    self->last = frame->last;
    return (PyObject *)self;
}

static void box_dealloc(Box *self)
{
    Py_DECREF(self->owner);
    Py_XDECREF(self->attributes);
    PyObject_Free(self);
}

static PyObject *box_tag(Box *self, void *unused)
{
    return tag_of(self->node);
}

static PyObject *box_node(Box *self, void *unused)
{
    return handle(self->node, self->owner);
}

static PyObject *box_attributes(Box *self, void *unused)
{
    if (!self->attributes)
        self->attributes = attributes_of(self->node);
    return Py_XNewRef(self->attributes);
}

static PyObject *box_name(Box *self, void *unused)
{
    return named(self->node);
}

static PyObject *box_hides(Box *self, void *unused)
{
    return PyBool_FromLong(hides(self->node));
}

static PyMemberDef box_members[] = {
    {"parent", T_PYSSIZET, offsetof(Box, parent), READONLY, "Number of the block element around it, -1 for the body."},
    {"first", T_PYSSIZET, offsetof(Box, first), READONLY, "Its first line."},
    {"last", T_PYSSIZET, offsetof(Box, last), READONLY, "The line after its last."},
    {NULL},
};

static PyGetSetDef box_getset[] = {
    {"tag", (getter)box_tag, NULL, "Lower-case name."},
    {"node", (getter)box_node, NULL, "The element."},
    {"attributes", (getter)box_attributes, NULL, "The element's attributes that any reader asks for."},
    {"name", (getter)box_name, NULL, "class and id of the element, joined by a blank."},
    {"hides", (getter)box_hides, NULL, "Whether the element's own attributes say that it is not displayed."},
    {NULL},
};

static PyTypeObject BoxType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "newsparse.document._native.Box",
    .tp_doc = "A block element that has lines.",
    .tp_basicsize = sizeof(Box),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_DISALLOW_INSTANTIATION,
    .tp_dealloc = (destructor)box_dealloc,
    .tp_members = box_members,
    .tp_getset = box_getset,
};

/* ---- Lines for Python ---- */

static PyObject *handles(const Sheet *sheet, const Row *row)
{
    if (!row->nodes)
        return Py_NewRef(names.empty);
    PyObject *tuple = PyTuple_New((Py_ssize_t)row->nodes);
    for (size_t i = 0; tuple && i < row->nodes; i++) {
        PyObject *node = handle(sheet->nodes.items[row->first_node + i], sheet->owner);
        if (!node)
            Py_CLEAR(tuple);
        else
            PyTuple_SET_ITEM(tuple, (Py_ssize_t)i, node);
    }
    return tuple;
}

PyObject *text_of(const Sheet *sheet, const Row *row)
{
    return unicode((row->kind == L_LIST ? sheet->lists.data : sheet->text.data) + row->at, row->length);
}

static PyObject *new_line(const Sheet *sheet, const Row *row)
{
    PyTypeObject *type = (PyTypeObject *)names.line;
    PyObject *text = text_of(sheet, row), *nodes = text ? handles(sheet, row) : NULL;
    PyObject *line = nodes ? type->tp_alloc(type, 8) : NULL;
    if (!line) {
        Py_XDECREF(text);
        Py_XDECREF(nodes);
        return NULL;
    }
    PyTuple_SET_ITEM(line, 0, Py_NewRef(row->kind == L_TEXT ? names.text : row->kind == L_MEDIA ? names.media : names.list));
    PyTuple_SET_ITEM(line, 1, text);
    PyTuple_SET_ITEM(line, 2, PyLong_FromSsize_t(row->box));
    PyTuple_SET_ITEM(line, 3, PyLong_FromSsize_t(row->linked));
    PyTuple_SET_ITEM(line, 4, nodes);
    PyTuple_SET_ITEM(line, 5, PyBool_FromLong(row->bold));
    PyTuple_SET_ITEM(line, 6, PyBool_FromLong(row->centred));
    PyTuple_SET_ITEM(line, 7, PyBool_FromLong(row->broken));
    if (PyTuple_GET_ITEM(line, 2) && PyTuple_GET_ITEM(line, 3))
        return line;
    Py_DECREF(line);
    return NULL;
}

/* ---- The rows as sequences ---- */

typedef struct {
    PyObject_HEAD
    Sheet *sheet;
} View;

static PyTypeObject LinesType, BoxesType;

static Py_ssize_t view_length(View *self)
{
    return Py_IS_TYPE(self, &LinesType) ? self->sheet->row_count : self->sheet->frame_count;
}

/* The object at a place that there is, made when it is first asked for; a new reference. */
static PyObject *made(View *self, Py_ssize_t at)
{
    Sheet *sheet = self->sheet;
    const bool lines = Py_IS_TYPE(self, &LinesType);
    PyObject **object = lines ? &sheet->rows[at].object : &sheet->frames[at].object;
    if (!*object)
        *object = lines ? new_line(sheet, &sheet->rows[at]) : new_box(&sheet->frames[at], sheet->owner);
    return Py_XNewRef(*object);
}

static PyObject *view_item(View *self, Py_ssize_t at)
{
    if (at >= 0 && at < view_length(self))
        return made(self, at);
    PyErr_SetString(PyExc_IndexError, "no such line or box");
    return NULL;
}

static PyObject *view_subscript(View *self, PyObject *key)
{
    const Py_ssize_t length = view_length(self);
    if (PyLong_Check(key)) {
        const Py_ssize_t at = PyLong_AsSsize_t(key);
        return at == -1 && PyErr_Occurred() ? NULL : view_item(self, at < 0 ? at + length : at);
    }
    if (!PySlice_Check(key)) {
        PyErr_SetString(PyExc_TypeError, "a number or a slice expected");
        return NULL;
    }
    Py_ssize_t start, stop, step;
    if (PySlice_Unpack(key, &start, &stop, &step) < 0)
        return NULL;
    const Py_ssize_t count = PySlice_AdjustIndices(length, &start, &stop, step);
    PyObject *list = PyList_New(count);
    for (Py_ssize_t i = 0; list && i < count; i++, start += step) {
        PyObject *object = made(self, start);
        if (!object)
            Py_CLEAR(list);
        else
            PyList_SET_ITEM(list, i, object);
    }
    return list;
}

static void view_dealloc(View *self)
{
    Py_DECREF(self->sheet);
    PyObject_Free(self);
}

static PySequenceMethods view_sequence = {.sq_length = (lenfunc)view_length, .sq_item = (ssizeargfunc)view_item};
static PyMappingMethods view_mapping = {.mp_length = (lenfunc)view_length, .mp_subscript = (binaryfunc)view_subscript};

#define VIEW(name_, doc_)                                                                                                              \
    {                                                                                                                                  \
        PyVarObject_HEAD_INIT(NULL, 0).tp_name = "newsparse.document._native." name_, .tp_doc = doc_, .tp_basicsize = sizeof(View),   \
        .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_DISALLOW_INSTANTIATION, .tp_dealloc = (destructor)view_dealloc,                  \
        .tp_as_sequence = &view_sequence, .tp_as_mapping = &view_mapping,                                                            \
    }

static PyTypeObject LinesType = VIEW("Lines", "The lines of a page, in document order.");
static PyTypeObject BoxesType = VIEW("Boxes", "The block elements that have lines, each behind the one around it.");

static PyObject *view(Sheet *sheet, PyTypeObject *type)
{
    View *self = PyObject_New(View, type);
    if (self)
        self->sheet = (Sheet *)Py_NewRef(sheet);
    return (PyObject *)self;
}

PyObject *sheet_lines(Sheet *self, void *unused)
{
    return view(self, &LinesType);
}

PyObject *sheet_boxes(Sheet *self, void *unused)
{
    return view(self, &BoxesType);
}

int add_rows(PyObject *module)
{
    PyTypeObject *types[] = {&BoxType, &LinesType, &BoxesType};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (PyModule_AddType(module, types[i]) < 0)
            return -1;
    return 0;
}

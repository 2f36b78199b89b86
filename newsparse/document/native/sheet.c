/* Lines, boxes and sums of a page for Python: document/lines.py says what they are, and does the same for any engine. */
#include "sheet.h"

/* ---- Making one ---- */

Sheet *new_sheet(PyObject *owner)
{
    Sheet *self = (Sheet *)SheetType.tp_alloc(&SheetType, 0);
    if (self)
        self->owner = Py_NewRef(owner);
    return self;
}

bool add_frame(Sheet *sheet, const Node *node, Py_ssize_t parent, Py_ssize_t first, Py_ssize_t last)
{
    Frame *frames = grown(sheet->frames, &sheet->frame_room, (size_t)sheet->frame_count + 1, sizeof *frames);
    if (!frames)
        return false;
    sheet->frames = frames;
    /* Field by field: what is written in small pieces is not read well in large ones, to be copied. */
    Frame *frame = &frames[sheet->frame_count++];
    frame->node = node;
    frame->parent = parent;
    frame->first = first;
    frame->last = last;
    frame->object = NULL;
    return true;
}

Row *add_row(Sheet *sheet, int kind, Str text, const Signs *table)
{
    Row *rows = grown(sheet->rows, &sheet->row_room, (size_t)sheet->row_count + 1, sizeof *rows);
    if (!rows)
        return NULL;
    sheet->rows = rows;
    Row *row = &rows[sheet->row_count];
    Buffer *kept = kind == L_LIST ? &sheet->lists : &sheet->text;
    if (sheet->row_count && !put(&sheet->text, "\n", 1))
        return NULL;
    row->at = kept->length;
    row->length = text.length;
    if (!put(kept, text.data, text.length))
        return NULL;
    row->kind = (unsigned char)kind;
    row->start = sheet->start;
    row->links = sheet->links;
    row->signs = table && kind == L_TEXT ? signs_in(table, text) : 0;
    row->object = NULL;
    sheet->start += 1 + (kind == L_TEXT ? (Py_ssize_t)characters(text.data, text.length) : 0);
    sheet->row_count++;
    return row;
}

static void sheet_dealloc(Sheet *self)
{
    for (Py_ssize_t i = 0; i < self->row_count; i++)
        Py_XDECREF(self->rows[i].object);
    for (Py_ssize_t i = 0; i < self->frame_count; i++)
        Py_XDECREF(self->frames[i].object);
    PyMem_Free(self->rows);
    PyMem_Free(self->frames);
    PyMem_Free(self->nodes.items);
    PyMem_Free(self->text.data);
    PyMem_Free(self->lists.data);
    PyMem_Free(self->hidden);
    Py_XDECREF(self->owner);
    Py_TYPE(self)->tp_free(self);
}

/* ---- What a sheet is asked ---- */

/* Reads a number from least to most; false with an error set where it is none. */
static bool number_of(PyObject *object, Py_ssize_t least, Py_ssize_t most, Py_ssize_t *number)
{
    *number = PyLong_AsSsize_t(object);
    if (*number >= least && *number <= most)
        return true;
    if (!PyErr_Occurred())
        PyErr_SetString(PyExc_IndexError, "no such line or box");
    return false;
}

static PyObject *sheet_signs(Sheet *self, PyObject *number)
{
    Py_ssize_t at;
    return number_of(number, 0, self->row_count - 1, &at) ? PyLong_FromUnsignedLongLong(self->rows[at].signs) : NULL;
}

static PyObject *sheet_characters(Sheet *self, PyObject *number)
{
    Py_ssize_t at;
    if (!number_of(number, 0, self->row_count, &at))
        return NULL;
    /* A line feed is counted for each line. */
    return PyLong_FromSsize_t((at < self->row_count ? self->rows[at].start : self->start) - at);
}

static PyObject *sheet_links(Sheet *self, PyObject *number)
{
    Py_ssize_t at;
    if (!number_of(number, 0, self->row_count, &at))
        return NULL;
    return PyLong_FromSsize_t(at < self->row_count ? self->rows[at].links : self->links);
}

enum { UNASKED, SHOWN, HIDDEN };

/* Whether a box or one around it hides: attributes are read of the boxes that are asked for, and of those around them. */
static bool hidden(Sheet *self, Py_ssize_t box)
{
    Py_ssize_t at = box;
    while (at >= 0 && self->hidden[at] == UNASKED && !hides(self->frames[at].node))
        at = self->frames[at].parent;
    const char known = at < 0 || self->hidden[at] == SHOWN ? SHOWN : HIDDEN;
    for (; box >= 0 && self->hidden[box] == UNASKED; box = self->frames[box].parent) {
        self->hidden[box] = known;
        if (box == at)
            break;
    }
    return known == HIDDEN;
}

/* Makes room for what is known of hidden boxes; false with an error set where there is none. */
static bool has_room_for_hidden(Sheet *self)
{
    if (!self->hidden && !(self->hidden = PyMem_Calloc((size_t)self->frame_count + 1, 1)))
        PyErr_NoMemory();
    return self->hidden;
}

static PyObject *sheet_is_hidden(Sheet *self, PyObject *number)
{
    Py_ssize_t at;
    if (!number_of(number, -1, self->frame_count - 1, &at) || !has_room_for_hidden(self))
        return NULL;
    return PyBool_FromLong(at >= 0 && hidden(self, at));
}

static PyObject *sheet_group(Sheet *self, PyObject *number)
{
    Py_ssize_t at;
    return number_of(number, 0, self->row_count - 1, &at) ? PyLong_FromSsize_t(group_of(self, at)) : NULL;
}

static PyObject *sheet_common(Sheet *self, PyObject *const *args, Py_ssize_t count)
{
    Py_ssize_t first, second;
    if (count != 2) {
        PyErr_SetString(PyExc_TypeError, "common(first, second)");
        return NULL;
    }
    if (!number_of(args[0], 0, self->frame_count - 1, &first) || !number_of(args[1], 0, self->frame_count - 1, &second))
        return NULL;
    while (first != second)
        if (first > second)
            first = self->frames[first].parent;
        else
            second = self->frames[second].parent;
    return PyLong_FromSsize_t(first);
}

static bool is_media(const Sheet *sheet, Py_ssize_t line)
{
    return line >= 0 && sheet->rows[line].kind == L_MEDIA;
}

static PyObject *sheet_is_ordinary(Sheet *self, PyObject *const *args, Py_ssize_t count)
{
    Py_ssize_t at, core;
    if (count != 2) {
        PyErr_SetString(PyExc_TypeError, "is_ordinary(number, core)");
        return NULL;
    }
    if (!number_of(args[0], 0, self->row_count - 1, &at) || !number_of(args[1], 0, self->frame_count - 1, &core) || !has_room_for_hidden(self))
        return NULL;
    const Row *row = &self->rows[at];
    const Node *node = self->frames[row->box].node;
    bool ordinary = row->kind == L_TEXT && !row->linked && !is_media(self, at - 1) && !is_media(self, at - 2);
    if (ordinary && row->box != core)
        ordinary = self->frames[row->box].parent == core && is_paragraph(node) && !is_caption(node) && !attribute(node, A_CLASS) && !attribute(node, A_ID);
    return PyBool_FromLong(ordinary && group_of(self, at) == core && !hidden(self, row->box));
}

/* The links of a line, a tuple. */
static PyObject *row_links(const Sheet *sheet, const Row *row)
{
    if (row->kind != L_TEXT || !row->nodes)
        return Py_NewRef(names.empty);
    PyObject *list = links_of(sheet->nodes.items + row->first_node, row->nodes), *links = list ? PyList_AsTuple(list) : NULL;
    Py_XDECREF(list);
    return links;
}

static PyObject *sheet_block(Sheet *self, PyObject *const *args, Py_ssize_t count)
{
    Py_ssize_t at;
    if (count != 2) {
        PyErr_SetString(PyExc_TypeError, "block(number, centred or None)");
        return NULL;
    }
    if (!number_of(args[0], 0, self->row_count - 1, &at))
        return NULL;
    const Row *row = &self->rows[at];
    const Node *node = self->frames[row->box].node;
    const bool around = args[1] == Py_None ? row->centred : PyObject_IsTrue(args[1]);
    return new_block(names.text, text_of(self, row), tag_of(node), named(node), row->bold, centred_by(node, around, false),
                     (size_t)row->linked, Py_NewRef(Py_None), Py_NewRef(Py_None), row_links(self, row), row->broken, NULL,
                     (long long)row->signs);
}

static PyGetSetDef sheet_getset[] = {
    {"lines", (getter)sheet_lines, NULL, "The lines, in document order."},
    {"boxes", (getter)sheet_boxes, NULL, "The block elements that have lines, each behind the one around it."},
    {NULL},
};

static PyMethodDef sheet_methods[] = {
    {"having", (PyCFunction)(void (*)(void))sheet_having, METH_FASTCALL, "having(signs, first, last): the numbers of the lines that have one of the signs."},
    {"signs", (PyCFunction)sheet_signs, METH_O, "signs(number): the signs of a line."},
    {"characters", (PyCFunction)sheet_characters, METH_O, "characters(number): characters of text before a line."},
    {"links", (PyCFunction)sheet_links, METH_O, "links(number): characters of links before a line."},
    {"saying", (PyCFunction)(void (*)(void))sheet_saying, METH_FASTCALL, "saying(words, first, last): the numbers of the lines that hold one of the words."},
    {"block", (PyCFunction)(void (*)(void))sheet_block, METH_FASTCALL, "block(number, centred): a line as the readers of fields know it."},
    {"texts", (PyCFunction)(void (*)(void))sheet_texts, METH_FASTCALL, "texts(first, last): the lines that have any text."},
    {"anchors", (PyCFunction)(void (*)(void))sheet_anchors, METH_FASTCALL, "anchors(first, last): the links in lines."},
    {"called", (PyCFunction)(void (*)(void))sheet_called, METH_FASTCALL, "called(words, first, last): the lines whose box, or the one around it, has a name with one of the words."},
    {"pointing", (PyCFunction)(void (*)(void))sheet_pointing, METH_FASTCALL, "pointing(words, addresses, first, last): the lines that are mostly links, and called so or leading to such addresses."},
    {"group", (PyCFunction)sheet_group, METH_O, "group(number): the number of the box that a line is a paragraph of."},
    {"is_ordinary", (PyCFunction)(void (*)(void))sheet_is_ordinary, METH_FASTCALL, "is_ordinary(number, core): whether a line is a paragraph like others of the box."},
    {"common", (PyCFunction)(void (*)(void))sheet_common, METH_FASTCALL, "common(first, second): the number of the smallest box around both."},
    {"weighed", sheet_weighed, METH_VARARGS, "weighed(stops, full, closed, talk, shortest, brief, long, longest): the weights of the lines, -1 the doubtful ones, and the numbers of those that have any."},
    {"heaviest", sheet_heaviest, METH_VARARGS, "heaviest(weights, titles, far, other, untitled, credits): box, core, first and last line."},
    {"is_hidden", (PyCFunction)sheet_is_hidden, METH_O, "is_hidden(number): whether the box, or one around it, is not displayed by its own attributes."},
    {NULL},
};

PyTypeObject SheetType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "newsparse.document._native.Sheet",
    .tp_doc = "What the walk over a page found.",
    .tp_basicsize = sizeof(Sheet),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_DISALLOW_INSTANTIATION,
    .tp_dealloc = (destructor)sheet_dealloc,
    .tp_getset = sheet_getset,
    .tp_methods = sheet_methods,
};

int add_sheets(PyObject *module)
{
    return PyModule_AddType(module, &SheetType) < 0 || PyModule_AddType(module, &SignsType) < 0 ? -1 : add_rows(module);
}

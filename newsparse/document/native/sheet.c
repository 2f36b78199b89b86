/* Lines, boxes and sums of a page for Python: document/lines.py says what they are, and does the same for any engine. */
#include "sheet.h"

#include <structmember.h>

/* ---- Making one ---- */

Sheet *new_sheet(PyObject *owner)
{
    Sheet *self = (Sheet *)SheetType.tp_alloc(&SheetType, 0);
    if (self)
        self->owner = Py_NewRef(owner);
    return self;
}

bool add_node(Sheet *sheet, const Node *node)
{
    const Node **nodes = grown(sheet->nodes, &sheet->node_room, sheet->node_count + 1, sizeof *nodes);
    if (!nodes)
        return false;
    sheet->nodes = nodes;
    sheet->nodes[sheet->node_count++] = node;
    return true;
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
    PyMem_Free(self->nodes);
    PyMem_Free(self->text.data);
    PyMem_Free(self->lists.data);
    PyMem_Free(self->hidden);
    Py_XDECREF(self->owner);
    Py_TYPE(self)->tp_free(self);
}

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
        PyObject *node = handle(sheet->nodes[row->first_node + i], sheet->owner);
        if (!node)
            Py_CLEAR(tuple);
        else
            PyTuple_SET_ITEM(tuple, (Py_ssize_t)i, node);
    }
    return tuple;
}

static PyObject *text_of(const Sheet *sheet, const Row *row)
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

static PyObject *sheet_lines(Sheet *self, void *unused)
{
    return view(self, &LinesType);
}

static PyObject *sheet_boxes(Sheet *self, void *unused)
{
    return view(self, &BoxesType);
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

static PyObject *sheet_having(Sheet *self, PyObject *const *args, Py_ssize_t count)
{
    if (count != 3) {
        PyErr_SetString(PyExc_TypeError, "having(signs, first, last)");
        return NULL;
    }
    const Mask wanted = PyLong_AsUnsignedLongLong(args[0]);
    Py_ssize_t first = PyLong_AsSsize_t(args[1]), last = PyLong_AsSsize_t(args[2]);
    PyObject *found = PyErr_Occurred() ? NULL : PyList_New(0);
    if (last > self->row_count)
        last = self->row_count;
    for (Py_ssize_t i = first < 0 ? 0 : first; found && i < last; i++) {
        if (!(self->rows[i].signs & wanted))
            continue;
        PyObject *number = PyLong_FromSsize_t(i);
        if (!number || PyList_Append(found, number) < 0)
            Py_CLEAR(found);
        Py_XDECREF(number);
    }
    return found;
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

/* Whether a line holds a word; its last byte is looked for, since the first ones of Hanzi are all alike. */
static bool says(const char *text, size_t length, Str word)
{
    const size_t behind = word.length - 1;
    for (size_t from = behind; from < length; from++) {
        const char *last = memchr(text + from, word.data[behind], length - from);
        if (!last)
            return false;
        if (!memcmp(last - behind, word.data, behind))
            return true;
        from = (size_t)(last - text);
    }
    return false;
}

/* Appends the numbers of the lines that hold one of the words; false with an error set where that fails. */
static bool find_words(const Sheet *sheet, const Str *words, Py_ssize_t count, Py_ssize_t first, Py_ssize_t last, PyObject *found)
{
    for (Py_ssize_t at = first < 0 ? 0 : first; at < last && at < sheet->row_count; at++) {
        const Row *row = &sheet->rows[at];
        bool holds = false;
        for (Py_ssize_t i = 0; !holds && i < count && row->kind == L_TEXT; i++)
            holds = words[i].length && says(sheet->text.data + row->at, row->length, words[i]);
        PyObject *number = holds ? PyLong_FromSsize_t(at) : NULL;
        if (holds && (!number || PyList_Append(found, number) < 0)) {
            Py_XDECREF(number);
            return false;
        }
        Py_XDECREF(number);
    }
    return true;
}

static PyObject *sheet_saying(Sheet *self, PyObject *args)
{
    PyObject *given;
    Py_ssize_t first, last;
    if (!PyArg_ParseTuple(args, "Onn", &given, &first, &last))
        return NULL;
    PyObject *words = PySequence_Tuple(given), *found = words ? PyList_New(0) : NULL;
    const Py_ssize_t count = words ? PyTuple_GET_SIZE(words) : 0;
    Str *wanted = found ? PyMem_Calloc((size_t)count + 1, sizeof *wanted) : NULL;
    if (found && !wanted)
        PyErr_NoMemory();
    for (Py_ssize_t i = 0; wanted && !PyErr_Occurred() && i < count; i++) {
        Py_ssize_t length = 0;
        wanted[i].data = PyUnicode_AsUTF8AndSize(PyTuple_GET_ITEM(words, i), &length);
        wanted[i].length = (size_t)length;
    }
    if (!wanted || PyErr_Occurred() || !find_words(self, wanted, count, first, last, found))
        Py_CLEAR(found);
    PyMem_Free(wanted);
    Py_XDECREF(words);
    return found;
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
static bool asks_hidden(Sheet *self)
{
    if (!self->hidden && !(self->hidden = PyMem_Calloc((size_t)self->frame_count + 1, 1)))
        PyErr_NoMemory();
    return self->hidden;
}

static PyObject *sheet_is_hidden(Sheet *self, PyObject *number)
{
    Py_ssize_t at;
    if (!number_of(number, -1, self->frame_count - 1, &at) || !asks_hidden(self))
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
    if (!number_of(args[0], 0, self->row_count - 1, &at) || !number_of(args[1], 0, self->frame_count - 1, &core) || !asks_hidden(self))
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
    PyObject *list = links_of(sheet->nodes + row->first_node, row->nodes), *links = list ? PyList_AsTuple(list) : NULL;
    Py_XDECREF(list);
    return links;
}

/* ---- What lines say, without making lines of them ---- */

/* The lines from first up to, not including, last: those that there are. */
static bool span_of(const Sheet *self, PyObject *const *args, Py_ssize_t *first, Py_ssize_t *last)
{
    *first = PyLong_AsSsize_t(args[0]);
    *last = PyLong_AsSsize_t(args[1]);
    if (PyErr_Occurred())
        return false;
    if (*first < 0)
        *first = 0;
    if (*last > self->row_count)
        *last = self->row_count;
    return true;
}

static PyObject *sheet_texts(Sheet *self, PyObject *const *args, Py_ssize_t count)
{
    Py_ssize_t first = 0, last = 0;
    if (count != 2) {
        PyErr_SetString(PyExc_TypeError, "texts(first, last)");
        return NULL;
    }
    PyObject *found = span_of(self, args, &first, &last) ? PyList_New(0) : NULL;
    for (Py_ssize_t i = first; found && i < last; i++) {
        const Row *row = &self->rows[i];
        if (!row->length)
            continue;
        PyObject *text = row->object ? Py_NewRef(PyTuple_GET_ITEM(row->object, 1)) : text_of(self, row);
        if (!text || PyList_Append(found, text) < 0)
            Py_CLEAR(found);
        Py_XDECREF(text);
    }
    return found;
}

static PyObject *sheet_anchors(Sheet *self, PyObject *const *args, Py_ssize_t count)
{
    Py_ssize_t first = 0, last = 0;
    if (count != 2) {
        PyErr_SetString(PyExc_TypeError, "anchors(first, last)");
        return NULL;
    }
    Buffer text = {0};
    PyObject *found = span_of(self, args, &first, &last) ? PyList_New(0) : NULL;
    for (Py_ssize_t i = first; found && i < last; i++) {
        const Row *row = &self->rows[i];
        const Node *const *nodes = self->nodes + row->first_node;
        bool done = true;
        if (row->kind == L_LIST)
            done = add_links_below(found, nodes[0], &text);
        else if (row->kind == L_TEXT)
            for (size_t n = 0; done && n < row->nodes; n++)
                done = add_link(found, nodes[n], &text);
        if (!done)
            Py_CLEAR(found);
    }
    PyMem_Free(text.data);
    return found;
}

/* Words in small letters that names and addresses are looked through for. */
enum { MOST_WORDS = 32 };

typedef struct {
    Str words[MOST_WORDS];
    Py_ssize_t count;
    bool opens[256]; /* whether one of them begins with the byte */
} Words;

/* The words of a tuple, which keeps them; false with an error set where they are none. */
static bool words_of(PyObject *tuple, Words *found)
{
    memset(found, 0, sizeof *found);
    if (!PyTuple_Check(tuple) || PyTuple_GET_SIZE(tuple) > MOST_WORDS) {
        PyErr_SetString(PyExc_TypeError, "a tuple of at most 32 words expected");
        return false;
    }
    for (; found->count < PyTuple_GET_SIZE(tuple); found->count++) {
        Py_ssize_t length;
        const char *word = PyUnicode_AsUTF8AndSize(PyTuple_GET_ITEM(tuple, found->count), &length);
        if (!word)
            return false;
        if (!length) {
            PyErr_SetString(PyExc_ValueError, "an empty word");
            return false;
        }
        found->words[found->count] = (Str){word, (size_t)length};
        found->opens[(unsigned char)*word] = true;
    }
    return true;
}

/* Whether the text begins with the word, in large letters or small ones. */
static bool opens_with(const char *text, size_t length, Str word)
{
    if (length < word.length)
        return false;
    for (size_t i = 0; i < word.length; i++)
        if ((char)Py_TOLOWER(text[i]) != word.data[i])
            return false;
    return true;
}

static bool holds_one(const Str *text, const Words *words)
{
    for (size_t i = 0; text && i < text->length; i++)
        if (words->opens[(unsigned char)Py_TOLOWER(text->data[i])])
            for (Py_ssize_t w = 0; w < words->count; w++)
                if (opens_with(text->data + i, text->length - i, words->words[w]))
                    return true;
    return false;
}

/* Whether the class or the id of a box holds one of the words; what was found of the last one asked is kept. */
typedef struct {
    Py_ssize_t box;
    bool found;
} Known;

static bool is_called(const Sheet *self, Py_ssize_t box, const Words *words, Known *known)
{
    if (box != known->box) {
        const Node *node = self->frames[box].node;
        *known = (Known){box, holds_one(attribute(node, A_CLASS), words) || holds_one(attribute(node, A_ID), words)};
    }
    return known->found;
}

typedef struct {
    Words words;
    Known box, around;
} Question;

static bool row_called(const Sheet *self, const Row *row, Question *asked)
{
    const Py_ssize_t around = self->frames[row->box].parent;
    return is_called(self, row->box, &asked->words, &asked->box) || (around >= 0 && is_called(self, around, &asked->words, &asked->around));
}

static bool add_number(PyObject *found, Py_ssize_t at)
{
    PyObject *number = PyLong_FromSsize_t(at);
    const bool added = number && PyList_Append(found, number) == 0;
    Py_XDECREF(number);
    return added;
}

static PyObject *sheet_called(Sheet *self, PyObject *const *args, Py_ssize_t count)
{
    Question asked = {.box = {-1, false}, .around = {-1, false}};
    Py_ssize_t first = 0, last = 0;
    if (count != 3) {
        PyErr_SetString(PyExc_TypeError, "called(words, first, last)");
        return NULL;
    }
    PyObject *found = words_of(args[0], &asked.words) && span_of(self, args + 1, &first, &last) ? PyList_New(0) : NULL;
    for (Py_ssize_t i = first; found && i < last; i++)
        if (self->rows[i].kind == L_TEXT && row_called(self, &self->rows[i], &asked) && !add_number(found, i))
            Py_CLEAR(found);
    return found;
}

/* Whether a line is mostly links. */
static bool is_linked(const Sheet *self, Py_ssize_t at)
{
    const Row *row = &self->rows[at];
    const Py_ssize_t end = at + 1 < self->row_count ? row[1].start : self->start;
    return row->kind == L_TEXT && row->linked * 2 > end - row->start - 1;
}

/* 1 where the address of every link with a text holds one of the words, -1 with an error set. */
static int row_leads(const Sheet *self, const Row *row, const Words *words, Buffer *scratch)
{
    for (size_t n = 0; n < row->nodes; n++) {
        const Node *node = self->nodes[row->first_node + n];
        if (holds_one(attribute(node, A_HREF), words))
            continue;
        scratch->length = 0;
        if (!put_text_of(scratch, node))
            return -1;
        if (scratch->length && fold(scratch->data, scratch->length).length)
            return 0;
    }
    return 1;
}

static PyObject *sheet_pointing(Sheet *self, PyObject *const *args, Py_ssize_t count)
{
    Question asked = {.box = {-1, false}, .around = {-1, false}};
    Words addresses;
    Buffer scratch = {0};
    Py_ssize_t first = 0, last = 0;
    if (count != 4) {
        PyErr_SetString(PyExc_TypeError, "pointing(words, addresses, first, last)");
        return NULL;
    }
    const bool fit = words_of(args[0], &asked.words) && words_of(args[1], &addresses) && span_of(self, args + 2, &first, &last);
    PyObject *found = fit ? PyList_New(0) : NULL;
    for (Py_ssize_t i = first; found && i < last; i++) {
        const Row *row = &self->rows[i];
        if (!is_linked(self, i))
            continue;
        const int leads = row_called(self, row, &asked) ? 1 : row_leads(self, row, &addresses, &scratch);
        if (leads < 0 || (leads && !add_number(found, i)))
            Py_CLEAR(found);
    }
    PyMem_Free(scratch.data);
    return found;
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
    {"saying", (PyCFunction)sheet_saying, METH_VARARGS, "saying(words, first, last): the numbers of the lines that hold one of the words."},
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
    PyTypeObject *types[] = {&BoxType, &LinesType, &BoxesType, &SheetType, &SignsType};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (PyModule_AddType(module, types[i]) < 0)
            return -1;
    return 0;
}

/* What the lines of a sheet say, and how they are called, found without making lines of them. */
#include "sheet.h"

bool add_number(PyObject *list, Py_ssize_t value)
{
    PyObject *number = PyLong_FromSsize_t(value);
    const bool added = number && PyList_Append(list, number) == 0;
    Py_XDECREF(number);
    return added;
}

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

PyObject *sheet_having(Sheet *self, PyObject *const *args, Py_ssize_t count)
{
    if (count != 3) {
        PyErr_SetString(PyExc_TypeError, "having(signs, first, last)");
        return NULL;
    }
    const Mask wanted = PyLong_AsUnsignedLongLong(args[0]);
    Py_ssize_t first = 0, last = 0;
    PyObject *found = span_of(self, args + 1, &first, &last) ? PyList_New(0) : NULL;
    for (Py_ssize_t i = first; found && i < last; i++)
        if (self->rows[i].signs & wanted && !add_number(found, i))
            Py_CLEAR(found);
    return found;
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

static bool says_one(const Sheet *sheet, const Row *row, const Str *words, Py_ssize_t count)
{
    for (Py_ssize_t i = 0; i < count; i++)
        if (words[i].length && says(sheet->text.data + row->at, row->length, words[i]))
            return true;
    return false;
}

PyObject *sheet_saying(Sheet *self, PyObject *const *args, Py_ssize_t count)
{
    Py_ssize_t first = 0, last = 0;
    if (count != 3) {
        PyErr_SetString(PyExc_TypeError, "saying(words, first, last)");
        return NULL;
    }
    PyObject *words = span_of(self, args + 1, &first, &last) ? PySequence_Tuple(args[0]) : NULL;
    const Py_ssize_t wanted = words ? PyTuple_GET_SIZE(words) : 0;
    Str *texts = words ? PyMem_Calloc((size_t)wanted + 1, sizeof *texts) : NULL;
    if (words && !texts)
        PyErr_NoMemory();
    for (Py_ssize_t i = 0; texts && !PyErr_Occurred() && i < wanted; i++) {
        Py_ssize_t length = 0;
        texts[i].data = PyUnicode_AsUTF8AndSize(PyTuple_GET_ITEM(words, i), &length);
        texts[i].length = (size_t)length;
    }
    PyObject *found = texts && !PyErr_Occurred() ? PyList_New(0) : NULL;
    for (Py_ssize_t i = first; found && i < last; i++)
        if (self->rows[i].kind == L_TEXT && says_one(self, &self->rows[i], texts, wanted) && !add_number(found, i))
            Py_CLEAR(found);
    PyMem_Free(texts);
    Py_XDECREF(words);
    return found;
}

PyObject *sheet_texts(Sheet *self, PyObject *const *args, Py_ssize_t count)
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

PyObject *sheet_anchors(Sheet *self, PyObject *const *args, Py_ssize_t count)
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
        const Node *const *nodes = self->nodes.items + row->first_node;
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
    Known box, around, beyond;
} Question;

static bool row_called(const Sheet *self, const Row *row, Question *asked)
{
    const Py_ssize_t around = self->frames[row->box].parent;
    if (is_called(self, row->box, &asked->words, &asked->box) || (around >= 0 && is_called(self, around, &asked->words, &asked->around)))
        return true;
    const Py_ssize_t beyond = around >= 0 && is_list(self->frames[around].node) ? self->frames[around].parent : -1;
    return beyond >= 0 && is_called(self, beyond, &asked->words, &asked->beyond);
}

PyObject *sheet_called(Sheet *self, PyObject *const *args, Py_ssize_t count)
{
    Question asked = {.box = {-1, false}, .around = {-1, false}, .beyond = {-1, false}};
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
        const Node *node = self->nodes.items[row->first_node + n];
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

PyObject *sheet_pointing(Sheet *self, PyObject *const *args, Py_ssize_t count)
{
    Question asked = {.box = {-1, false}, .around = {-1, false}, .beyond = {-1, false}};
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

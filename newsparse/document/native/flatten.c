/* The visible lines of an element: document/flatten.py says what is what, and does the same for any engine. */
#include "text.h"
#include "signs.h"
#include "walk.h"

#include <stdlib.h>

enum {
    C_TEXT, C_SKIP, C_BREAK, C_INLINE, C_BLOCK, C_HEADING, C_BOLD, C_LINK, C_TABLE, C_ROW, C_CELL, C_CENTER, C_IMAGE, C_VIDEO
};

/* An element that a rule names, and the mark of its lines; NULL: it has no lines. */
typedef struct {
    const Node *node;
    PyObject *mark;
} Named;

typedef struct {
    int code;
    const Node *block;
    PyObject *mark;
} Frame;

typedef struct {
    PyObject *out, *pending, *links, *tables;
    Named *named;
    size_t named_count;
    Buffer pieces, scratch;
    int count; /* pieces of the line so far, blank ones too */
    Frame *frames;
    size_t depth, room;
    const Node *block;
    PyObject *mark; /* borrowed; NULL for none */
    int bold, centre;
    size_t linked, link_start;
    bool plain, broken, in_link;
    const Signs *table; /* of the words that lines are looked through for; NULL for none */
} Walk;

PyObject *new_block(PyObject *kind, PyObject *text, PyObject *tag, PyObject *name, bool bold, bool centred, size_t linked,
                       PyObject *url, PyObject *alt, PyObject *links, bool broken, PyObject *mark, long long signs)
{
    PyTypeObject *type = (PyTypeObject *)names.block;
    PyObject *made = type->tp_alloc(type, 14);
    PyObject *items[14] = {Py_NewRef(kind), text, tag, name, PyBool_FromLong(bold), PyBool_FromLong(centred),
                           PyLong_FromSize_t(linked), url, alt, links, Py_NewRef(names.empty), PyBool_FromLong(broken),
                           Py_NewRef(mark ? mark : Py_None), PyLong_FromLongLong(signs)};
    bool whole = made != NULL;
    for (int i = 0; i < 14; i++) {
        whole = whole && items[i];
        if (made)
            PyTuple_SET_ITEM(made, i, items[i]);
        else
            Py_XDECREF(items[i]);
    }
    if (!whole)
        Py_CLEAR(made);
    return made;
}

/* Adds a block to a list and lets go of it. */
static bool add(PyObject *list, PyObject *made)
{
    bool done = made && PyList_Append(list, made) == 0;
    Py_XDECREF(made);
    return done;
}

static bool clear(PyObject *list)
{
    return PyList_GET_SIZE(list) == 0 || PyList_SetSlice(list, 0, PyList_GET_SIZE(list), NULL) == 0;
}

/* A line of text in the nearest block element. */
static bool add_line(Walk *w, Str text, const Node *where, bool bold, PyObject *links, bool broken)
{
    const bool centred = centred_by(where, w->centre > 0, true);
    const long long signs = w->table ? (long long)signs_in(w->table, text) : UNKNOWN;
    return add(w->out, new_block(names.text, unicode(text.data, text.length), tag_of(where), named(where), bold, centred, w->linked,
                             Py_NewRef(Py_None), Py_NewRef(Py_None), links, broken, w->mark, signs));
}

/* Ends the line: one block, if it has any text, then the pictures inside it. */
static bool flush(Walk *w)
{
    if (w->count) {
        Str text = fold(w->pieces.data, w->pieces.length);
        if (text.length) {
            PyObject *links = PyList_GET_SIZE(w->links) ? PyList_AsTuple(w->links) : Py_NewRef(names.empty);
            if (!add_line(w, text, w->block, !w->plain, links, w->broken))
                return false;
            w->broken = false;
        }
        w->pieces.length = 0;
        w->count = 0;
        w->linked = 0;
        w->plain = false;
        w->link_start = 0;
        if (!clear(w->links))
            return false;
    }
    if (PyList_GET_SIZE(w->pending)) {
        const Py_ssize_t end = PyList_GET_SIZE(w->out);
        return PyList_SetSlice(w->out, end, end, w->pending) == 0 && clear(w->pending);
    }
    return true;
}

static bool flush_any(Walk *w)
{
    return !(w->count || PyList_GET_SIZE(w->pending)) || flush(w);
}

static bool end_link(Walk *w, const Node *node)
{
    if (!w->in_link)
        return true;
    w->in_link = false;
    Str text = nothing;
    if (w->pieces.length > w->link_start &&
        !folded(&w->scratch, w->pieces.data + w->link_start, w->pieces.length - w->link_start, &text))
        return false;
    if (!text.length)
        return true;
    w->linked += characters(text.data, text.length);
    return add(w->links, new_link(text, node));
}

/* Calls a method of the innermost table, which decides in Python what it is. */
static bool table_says(Walk *w, const char *method)
{
    const Py_ssize_t depth = PyList_GET_SIZE(w->tables);
    if (!depth)
        return true;
    PyObject *done = PyObject_CallMethod(PyList_GET_ITEM(w->tables, depth - 1), method, "O", w->out);
    Py_XDECREF(done);
    return done != NULL;
}

static bool open_table(Walk *w)
{
    return table_says(w, "nest") && add(w->tables, PyObject_CallFunctionObjArgs(names.table, w->out, NULL));
}

static bool close_table(Walk *w)
{
    const Py_ssize_t depth = PyList_GET_SIZE(w->tables);
    return table_says(w, "end") && PyList_SetSlice(w->tables, depth - 1, depth, NULL) == 0;
}

/* Notes what the element means for the lines inside it. */
static bool enter(Walk *w, const Node *node, int code)
{
    if (code == C_LINK) {
        w->in_link = true;
        w->link_start = w->pieces.length;
        return true;
    }
    if (code == C_BOLD) {
        w->bold++;
        return true;
    }
    if (!flush_any(w))
        return false;
    w->block = node;
    w->broken = false;
    switch (code) {
    case C_HEADING:
        w->bold++;
        return true;
    case C_CENTER:
        w->centre++;
        return true;
    case C_TABLE:
        return open_table(w);
    case C_ROW:
        return table_says(w, "begin_row");
    case C_CELL:
        return table_says(w, "begin_cell");
    }
    return true;
}

/* Undoes what `enter` noted; a block element ends its line. */
static bool leave_frame(Walk *w, const Node *node, const Frame *frame)
{
    const int code = frame->code;
    if (code <= C_INLINE)
        return true;
    if (code == C_LINK)
        return end_link(w, node);
    if (code == C_BOLD) {
        w->bold--;
        return true;
    }
    if (!flush_any(w))
        return false;
    w->block = frame->block;
    w->mark = frame->mark;
    w->broken = false;
    switch (code) {
    case C_HEADING:
        w->bold--;
        return true;
    case C_CENTER:
        w->centre--;
        return true;
    case C_CELL:
        return table_says(w, "end_cell");
    case C_TABLE:
        return close_table(w);
    }
    return true;
}

/* Pictures and films: rare, so what counts as one is asked in Python. */
static bool picture(Walk *w, const Node *node, int code)
{
    PyObject *attributes = attributes_of(node), *shown = NULL, *made;
    if (attributes && code == C_IMAGE)
        shown = PyObject_CallOneArg(names.pictured, attributes);
    else if (attributes)
        shown = PyObject_CallFunction(names.played, "NO", tag_of(node), attributes);
    Py_XDECREF(attributes);
    if (!shown || shown == Py_None) {
        Py_XDECREF(shown);
        return shown != NULL;
    }
    PyObject *url = Py_NewRef(PyTuple_GET_ITEM(shown, 0)), *alt = Py_NewRef(PyTuple_GET_ITEM(shown, 1));
    Py_DECREF(shown);
    const bool image = code == C_IMAGE;
    made = new_block(image ? names.image : names.video, Py_NewRef(names.none), tag_of(w->block), Py_NewRef(names.none), false,
                 image && w->centre > 0, 0, url, alt, Py_NewRef(names.empty), false, image ? w->mark : NULL, UNKNOWN);
    /* A picture inside a sentence follows the line that it stands in, a film always does. */
    const char *end = w->pieces.data + w->pieces.length;
    bool waits = !image;
    for (const char *at = w->pieces.data; !waits && at < end;) {
        size_t wide = space_at(at, end);
        waits = !wide;
        at += wide;
    }
    return add(waits ? w->pending : w->out, made);
}

/* The line of an element that holds only this text. */
static bool paragraph(Walk *w, const Node *node)
{
    const TextNode *child = (const TextNode *)node->first_child;
    Str text = nothing;
    if (!flush_any(w) || (child->data.data && !folded(&w->scratch, child->data.data, child->data.length, &text)))
        return false;
    w->linked = 0;
    if (text.length && !add_line(w, text, node, w->bold > 0, Py_NewRef(names.empty), false))
        return false;
    w->broken = false;
    w->link_start = 0;
    return true;
}

static const Named *named_by_rules(const Walk *w, const Node *node)
{
    size_t first = 0, last = w->named_count;
    while (first < last) {
        const size_t middle = (first + last) / 2;
        if ((uintptr_t)w->named[middle].node < (uintptr_t)node)
            first = middle + 1;
        else
            last = middle;
    }
    return first < w->named_count && w->named[first].node == node ? &w->named[first] : NULL;
}

static bool push(Walk *w, Frame frame)
{
    Frame *frames = grown(w->frames, &w->room, w->depth + 1, sizeof *frames);
    if (!frames)
        return false;
    w->frames = frames;
    w->frames[w->depth++] = frame;
    return true;
}

static bool add_text(Walk *w, const TextNode *node)
{
    const char *data = node->data.data;
    w->count++;
    if (!data)
        return true;
    if (!w->bold && !w->plain && !is_space(data, node->data.length))
        w->plain = true;
    return put(&w->pieces, data, node->data.length);
}

/* Reads one node: 1 where its inside is to be walked, 0 where not, -1 after an error. */
static int visit(void *state, const Node *node)
{
    Walk *w = state;
    int code = flat(node);
    const Node *child = node->first_child;
    if (code == C_TEXT)
        return add_text(w, (const TextNode *)node) ? 0 : -1;
    if (code == C_SKIP)
        return 0;
    if (code == C_BREAK) {
        if (w->count && !flush(w))
            return -1;
        w->broken = true;
        return 0;
    }
    const Named *rule = w->named_count ? named_by_rules(w, node) : NULL;
    if ((rule && !rule->mark) || hides(node))
        return 0;
    Frame frame = {code, w->block, w->mark};
    if (rule) {
        if (code == C_INLINE || code == C_BOLD || code == C_LINK)
            frame.code = code = C_BLOCK;
        if (!flush(w))
            return -1;
        w->mark = rule->mark;
    }
    if (code >= C_IMAGE || (code == C_BLOCK && child && !child->next && flat(child) == C_TEXT)) {
        bool done = code >= C_IMAGE ? picture(w, node, code) : paragraph(w, node);
        w->mark = frame.mark;
        return done ? 0 : -1;
    }
    if (code > C_INLINE && !enter(w, node, code))
        return -1;
    if (child)
        return push(w, frame) ? 1 : -1;
    return leave_frame(w, node, &frame) ? 0 : -1;
}

static bool leave(void *state, const Node *node)
{
    Walk *w = state;
    return leave_frame(w, node, &w->frames[--w->depth]);
}

/* By address; of the same element the one to leave out comes first. */
static int by_address(const void *one, const void *other)
{
    const Named *a = one, *b = other;
    if (a->node != b->node)
        return (uintptr_t)a->node < (uintptr_t)b->node ? -1 : 1;
    return (a->mark != NULL) - (b->mark != NULL);
}

/* Fills the elements that rules name; those to leave out win over those with a mark. */
static bool name_elements(Walk *w, PyObject *skip, PyObject *marks)
{
    const Py_ssize_t count = PySet_GET_SIZE(skip) + PyDict_GET_SIZE(marks);
    if (!count)
        return true;
    PyObject *iterator = PyObject_GetIter(skip), *key, *mark;
    w->named = PyMem_Calloc((size_t)count, sizeof *w->named);
    if (!w->named)
        PyErr_NoMemory();
    while (iterator && w->named && (key = PyIter_Next(iterator))) {
        w->named[w->named_count++] = (Named){PyLong_AsVoidPtr(key), NULL};
        Py_DECREF(key);
    }
    Py_XDECREF(iterator);
    for (Py_ssize_t at = 0; w->named && PyDict_Next(marks, &at, &key, &mark);)
        w->named[w->named_count++] = (Named){PyLong_AsVoidPtr(key), mark};
    if (w->named)
        qsort(w->named, w->named_count, sizeof *w->named, by_address);
    return w->named && !PyErr_Occurred();
}

PyObject *native_flatten(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    if (count != 4 || !PyAnySet_Check(args[1]) || !PyDict_Check(args[2]) || !may_be_signs(args[3])) {
        PyErr_SetString(PyExc_TypeError, "flatten(node, set of numbers to skip, dict of marks by number, signs or None)");
        return NULL;
    }
    PyObject *owner;
    Walk w = {.table = signs_of(args[3])};
    const Node *root = w.block = address(args[0], &owner);
    if (!root)
        return NULL;
    w.out = PyList_New(0);
    w.pending = PyList_New(0);
    w.links = PyList_New(0);
    w.tables = PyList_New(0);
    bool done = w.out && w.pending && w.links && w.tables && name_elements(&w, args[1], args[2]) &&
                walk_below(root, &w, visit, leave) && flush(&w);
    Py_XDECREF(w.pending);
    Py_XDECREF(w.links);
    Py_XDECREF(w.tables);
    PyMem_Free(w.named);
    PyMem_Free(w.pieces.data);
    PyMem_Free(w.scratch.data);
    PyMem_Free(w.frames);
    if (!done)
        Py_CLEAR(w.out);
    return w.out;
}

/* What `native_line` has read: the lines so far, and the one that it reads. */
typedef struct {
    Buffer line, pieces;
    bool table; /* there is one, which takes native_flatten */
} Short;

/* Adds a line to those before it. */
static bool end_part(Short *s)
{
    Str text = s->pieces.length ? fold(s->pieces.data, s->pieces.length) : nothing;
    s->pieces.length = 0;
    return !text.length || ((!s->line.length || put(&s->line, " ", 1)) && put(&s->line, text.data, text.length));
}

static bool ends_line(int code)
{
    return code == C_BREAK || (code > C_INLINE && code != C_BOLD && code != C_LINK);
}

static int visit_short(void *state, const Node *node)
{
    Short *s = state;
    const int code = flat(node);
    const TextNode *text = (const TextNode *)node;
    if (code == C_TABLE) {
        s->table = true;
        return -1;
    }
    if (code == C_TEXT)
        return text->data.data && !put(&s->pieces, text->data.data, text->data.length) ? -1 : 0;
    if (code != C_BREAK && (code == C_SKIP || code >= C_IMAGE || hides(node)))
        return 0;
    if (ends_line(code) && !end_part(s))
        return -1;
    return code != C_BREAK && node->first_child;
}

static bool leave_short(void *state, const Node *node)
{
    return !ends_line(flat(node)) || end_part(state);
}

PyObject *native_line(PyObject *self, PyObject *node)
{
    PyObject *owner, *result = NULL;
    const Node *root = address(node, &owner);
    if (!root)
        return NULL;
    Short read = {0};
    if (walk_below(root, &read, visit_short, leave_short) && end_part(&read))
        result = unicode(read.line.data, read.line.length);
    else if (read.table)
        result = Py_NewRef(Py_None);
    PyMem_Free(read.line.data);
    PyMem_Free(read.pieces.data);
    return result;
}

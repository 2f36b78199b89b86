/* The lines of a page and the boxes they lie in: document/lines.py says what is what, and does the same for any engine. */
#include "text.h"
#include "walk.h"

#include <structmember.h>

enum { C_TEXT, C_SKIP, C_BREAK, C_INLINE, C_BOLD, C_LINK, C_BLOCK, C_HEADING, C_CENTER, C_LIST, C_MEDIA };

/* A list with more text than this, and not two full stops in it, is passed over. */
enum { LONG_LIST = 150 };

typedef struct {
    PyObject_HEAD
    const Node *node;
    PyObject *owner, *tag, *attributes;
    Py_ssize_t parent, first, last;
} Box;

static PyTypeObject BoxType;

static Box *new_box(const Node *node, PyObject *owner, Py_ssize_t parent, Py_ssize_t first)
{
    PyObject *tag = tag_of(node);
    Box *self = tag ? PyObject_New(Box, &BoxType) : NULL;
    if (!self) {
        Py_XDECREF(tag);
        return NULL;
    }
    self->node = node;
    self->owner = Py_NewRef(owner);
    self->tag = tag;
    self->attributes = NULL;
    self->parent = parent;
    self->first = self->last = first;
    return self;
}

static void box_dealloc(Box *self)
{
    Py_DECREF(self->owner);
    Py_DECREF(self->tag);
    Py_XDECREF(self->attributes);
    PyObject_Free(self);
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
    {"tag", T_OBJECT_EX, offsetof(Box, tag), READONLY, "Lower-case name."},
    {"parent", T_PYSSIZET, offsetof(Box, parent), READONLY, "Number of the block element around it, -1 for the body."},
    {"first", T_PYSSIZET, offsetof(Box, first), READONLY, "Its first line."},
    {"last", T_PYSSIZET, offsetof(Box, last), READONLY, "The line after its last."},
    {NULL},
};

static PyGetSetDef box_getset[] = {
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

int add_boxes(PyObject *module)
{
    return PyModule_AddType(module, &BoxType);
}

/* ---- The walk ---- */

typedef struct {
    int code;
    Py_ssize_t outer;
} Frame;

typedef struct {
    PyObject *owner, *lines, *boxes;
    Buffer pieces, scratch;
    /* The anchors of the line. */
    const Node **anchors;
    size_t anchor_count, anchor_room;
    Frame *frames;
    size_t depth, room;
    Py_ssize_t box;
    int bold, centre, count; /* count: pieces of the line so far, blank ones too */
    size_t linked, link_start;
    bool plain, broken;
    const Node *link;
} Walk;

/* Adds a line; takes over `text` and `nodes`, either of which may be NULL after an error. */
static bool add_line(Walk *w, PyObject *kind, PyObject *text, Py_ssize_t box, size_t linked, PyObject *nodes, bool bold,
                     bool centred, bool broken)
{
    PyTypeObject *type = (PyTypeObject *)names.line;
    PyObject *line = text && nodes ? type->tp_alloc(type, 8) : NULL;
    if (!line) {
        Py_XDECREF(text);
        Py_XDECREF(nodes);
        return false;
    }
    PyTuple_SET_ITEM(line, 0, Py_NewRef(kind));
    PyTuple_SET_ITEM(line, 1, text);
    PyTuple_SET_ITEM(line, 2, PyLong_FromSsize_t(box));
    PyTuple_SET_ITEM(line, 3, PyLong_FromSize_t(linked));
    PyTuple_SET_ITEM(line, 4, nodes);
    PyTuple_SET_ITEM(line, 5, PyBool_FromLong(bold));
    PyTuple_SET_ITEM(line, 6, PyBool_FromLong(centred));
    PyTuple_SET_ITEM(line, 7, PyBool_FromLong(broken));
    bool done = PyTuple_GET_ITEM(line, 2) && PyTuple_GET_ITEM(line, 3) && PyList_Append(w->lines, line) == 0;
    Py_DECREF(line);
    return done;
}

static bool add_anchor(Walk *w, const Node *node)
{
    const Node **anchors = grown(w->anchors, &w->anchor_room, w->anchor_count + 1, sizeof *anchors);
    if (!anchors)
        return false;
    w->anchors = anchors;
    w->anchors[w->anchor_count++] = node;
    return true;
}

static PyObject *handles(Walk *w, const Node **nodes, size_t count)
{
    if (!count)
        return Py_NewRef(names.empty);
    PyObject *tuple = PyTuple_New((Py_ssize_t)count);
    for (size_t i = 0; tuple && i < count; i++) {
        PyObject *node = handle(nodes[i], w->owner);
        if (!node)
            Py_CLEAR(tuple);
        else
            PyTuple_SET_ITEM(tuple, (Py_ssize_t)i, node);
    }
    return tuple;
}

/* Counts the link's characters since it, or the line, began. */
static void count_link(Walk *w)
{
    w->linked += stripped(w->pieces.data + w->link_start, w->pieces.length - w->link_start);
}

/* Ends the line. */
static bool flush(Walk *w)
{
    bool done = true;
    if (w->link) {
        count_link(w);
        w->link_start = 0;
        done = add_anchor(w, w->link);
    }
    Str text = fold(w->pieces.data, w->pieces.length);
    if (done && text.length) {
        done = add_line(w, names.text, unicode(text.data, text.length), w->box, w->linked,
                        handles(w, w->anchors, w->anchor_count), !w->plain, w->centre > 0, w->broken);
        w->broken = false;
    }
    w->pieces.length = 0;
    w->count = 0;
    w->anchor_count = 0;
    w->linked = 0;
    w->plain = false;
    return done;
}

static bool add_text(Walk *w, const TextNode *node)
{
    const char *data = node->data.data;
    const size_t length = node->data.length;
    if (!data || is_blank(data, length)) {
        if (!w->count)
            return true;
        w->count++;
        return put(&w->pieces, " ", 1);
    }
    const bool space = is_space(data, length);
    if (!w->count && space)
        return true;
    w->count++;
    if (!w->bold && !space)
        w->plain = true;
    return put(&w->pieces, data, length);
}

static bool add_box(Walk *w, const Node *node, Py_ssize_t last)
{
    Box *box = new_box(node, w->owner, w->box, PyList_GET_SIZE(w->lines));
    if (!box)
        return false;
    if (last >= 0)
        box->first = last - 1, box->last = last;
    int failed = PyList_Append(w->boxes, (PyObject *)box);
    Py_DECREF(box);
    return !failed;
}

/* Opens an element whose inside is walked. */
static bool enter(Walk *w, const Node *node, int code)
{
    Frame *frames = grown(w->frames, &w->room, w->depth + 1, sizeof *frames);
    if (!frames)
        return false;
    w->frames = frames;
    w->frames[w->depth++] = (Frame){code, w->box};
    if (code == C_LINK) {
        w->link = node;
        w->link_start = w->pieces.length;
    }
    if (code == C_BOLD || code == C_HEADING)
        w->bold++;
    if (code == C_CENTER)
        w->centre++;
    if (code <= C_LINK)
        return true;
    const Py_ssize_t number = PyList_GET_SIZE(w->boxes);
    if (!add_box(w, node, -1))
        return false;
    w->box = number;
    return true;
}

/* Closes the element that was opened last. */
static bool leave(void *state, const Node *node)
{
    Walk *w = state;
    const Frame frame = w->frames[--w->depth];
    if (frame.code == C_LINK && w->link) {
        count_link(w);
        if (w->count && !add_anchor(w, w->link))
            return false;
        w->link = NULL;
    }
    if (frame.code > C_LINK) {
        if (w->count && !flush(w))
            return false;
        w->broken = false;
        Box *closed = (Box *)PyList_GET_ITEM(w->boxes, w->box);
        const Py_ssize_t count = PyList_GET_SIZE(w->boxes);
        closed->last = PyList_GET_SIZE(w->lines);
        if (closed->first == closed->last && w->box == count - 1 && PyList_SetSlice(w->boxes, count - 1, count, NULL) < 0)
            return false;
        w->box = frame.outer;
    }
    if (frame.code == C_BOLD || frame.code == C_HEADING)
        w->bold--;
    if (frame.code == C_CENTER)
        w->centre--;
    return true;
}

/* Whether there is nothing in the element but one text. */
static bool only_text(const Node *node)
{
    return lined(node->first_child) == C_TEXT && !node->first_child->next;
}

/* A list that is passed over becomes one line: 1; 0 where it is walked, -1 after an error. */
static int pass_list(Walk *w, const Node *node)
{
    w->scratch.length = 0;
    if (!put_text_of(&w->scratch, node))
        return -1;
    if (characters(w->scratch.data, w->scratch.length) <= LONG_LIST)
        return 0;
    Str text = fold(w->scratch.data, w->scratch.length);
    if (characters(text.data, text.length) <= LONG_LIST)
        return 0;
    int stops = 0;
    for (size_t i = 0; i + 2 < text.length && stops < 2; i++)
        stops += !memcmp(text.data + i, "\xE3\x80\x82", 3);
    if (stops >= 2)
        return 0;
    return add_line(w, names.list, unicode(text.data, text.length), w->box, LONG_LIST, handles(w, &node, 1), false, false, false)
               ? 1
               : -1;
}

/* The line of a block element that holds nothing but a text. */
static bool paragraph(Walk *w, const Node *node, int code)
{
    const TextNode *child = (const TextNode *)node->first_child;
    Str text = nothing;
    if (child->data.data && !folded(&w->scratch, child->data.data, child->data.length, &text))
        return false;
    if (!text.length)
        return true;
    const bool heavy = code == C_HEADING || w->bold > 0;
    const bool central = w->centre > 0 || (code == C_CENTER && !w->link);
    const size_t linked = w->link ? characters(text.data, text.length) : 0;
    return add_line(w, names.text, unicode(text.data, text.length), PyList_GET_SIZE(w->boxes), linked,
                    handles(w, &w->link, w->link ? 1 : 0), heavy, central, false) &&
           add_box(w, node, PyList_GET_SIZE(w->lines));
}

/* Most links hold nothing but a text. */
static bool short_link(Walk *w, const Node *node)
{
    const TextNode *child = (const TextNode *)node->first_child;
    if (!child->data.data || is_space(child->data.data, child->data.length))
        return true;
    w->count++;
    if (!w->bold)
        w->plain = true;
    w->linked += stripped(child->data.data, child->data.length);
    return put(&w->pieces, child->data.data, child->data.length) && add_anchor(w, node);
}

/* Reads one node: 1 where its inside is to be walked, 0 where not, -1 after an error. */
static int visit(void *state, const Node *node)
{
    Walk *w = state;
    const int code = lined(node);
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
    if (code == C_MEDIA)
        return add_line(w, names.media, Py_NewRef(names.none), w->box, 0, handles(w, &node, 1), false, w->centre > 0, false) ? 0 : -1;
    if (code > C_LINK) {
        if (w->count && !flush(w))
            return -1;
        w->broken = false;
        if (!child)
            return 0;
        if (code == C_LIST) {
            int passed = pass_list(w, node);
            if (passed)
                return passed < 0 ? -1 : 0;
        }
        if (only_text(node))
            return paragraph(w, node, code) ? 0 : -1;
    } else if (!child) {
        return 0;
    } else if (code == C_LINK && !w->link && only_text(node)) {
        return short_link(w, node) ? 0 : -1;
    }
    return enter(w, node, code) ? 1 : -1;
}

PyObject *native_walk(PyObject *self, PyObject *node)
{
    Walk w = {0};
    const Node *root = address(node, &w.owner);
    PyObject *result = NULL;
    if (!root)
        return NULL;
    w.lines = PyList_New(0);
    w.boxes = PyList_New(0);
    w.box = -1;
    if (w.lines && w.boxes && add_box(&w, root, -1)) {
        w.box = 0;
        if (walk_below(root, &w, visit, leave) && (!w.count || flush(&w))) {
            ((Box *)PyList_GET_ITEM(w.boxes, 0))->last = PyList_GET_SIZE(w.lines);
            result = PyTuple_Pack(2, w.lines, w.boxes);
        }
    }
    Py_XDECREF(w.lines);
    Py_XDECREF(w.boxes);
    PyMem_Free(w.pieces.data);
    PyMem_Free(w.scratch.data);
    PyMem_Free(w.anchors);
    PyMem_Free(w.frames);
    return result;
}

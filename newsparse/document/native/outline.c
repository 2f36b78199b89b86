/* The lines of a page and the boxes they lie in: document/lines.py says what is what, and does the same for any engine. */
#include "sheet.h"
#include "walk.h"

enum { C_TEXT, C_SKIP, C_BREAK, C_INLINE, C_BOLD, C_LINK, C_BLOCK, C_HEADING, C_CENTER, C_LIST, C_MEDIA, C_SHORT };
/* C_SHORT: a list that is too short to be passed over, as all lists in it are. */

/* A list with more text than this, and not two full stops in it, is passed over. */
enum { LONG_LIST = 150 };

/* An element whose inside is being walked. */
typedef struct {
    int code;
    Py_ssize_t outer;
} Open;

typedef struct {
    Sheet *sheet;
    const Signs *table;
    Buffer pieces, scratch;
    Str only; /* the first piece of the line, which is copied when there comes another */
    Nodes anchors; /* of the line so far: written when it ends, for pictures in it have lines of their own */
    Open *opens;
    size_t depth, room;
    Py_ssize_t box;
    int bold, centre, count; /* count: pieces of the line so far, blank ones too */
    size_t linked, link_start;
    bool plain, broken;
    const Node *link;
    Nodes known; /* lists with two full stops that are still to come, the next one last */
    size_t shorts; /* open lists that are short */
} Walk;

/* Adds a line with the last nodes of the sheet, so many. */
static bool add_line(Walk *w, int kind, Str text, Py_ssize_t box, size_t linked, size_t nodes, bool bold, bool centred, bool broken)
{
    Row *row = add_row(w->sheet, kind, text, w->table);
    if (!row)
        return false;
    row->first_node = w->sheet->nodes.count - nodes;
    row->nodes = nodes;
    row->linked = (Py_ssize_t)linked;
    row->box = box;
    row->bold = bold;
    row->centred = centred;
    row->broken = broken;
    w->sheet->links += row->linked;
    return true;
}

/* What was put of the line so far. */
static Str so_far(const Walk *w)
{
    return w->only.length ? w->only : (Str){w->pieces.data, w->pieces.length};
}

static bool put_piece(Walk *w, const char *data, size_t length)
{
    if (!w->pieces.length && !w->only.length) {
        w->only = (Str){data, length};
        return true;
    }
    if (w->only.length && !put(&w->pieces, w->only.data, w->only.length))
        return false;
    w->only.length = 0;
    return put(&w->pieces, data, length);
}

/* Counts the link's characters since it, or the line, began. */
static void count_link(Walk *w)
{
    const Str text = so_far(w);
    w->linked += stripped(text.data + w->link_start, text.length - w->link_start);
}

/* Ends the line. */
static bool flush(Walk *w)
{
    bool done = true;
    if (w->link) {
        count_link(w);
        w->link_start = 0;
        done = append_node(&w->anchors, w->link);
    }
    Str text = nothing;
    if (!w->only.length)
        text = fold(w->pieces.data, w->pieces.length);
    else if (!folded(&w->scratch, w->only.data, w->only.length, &text))
        return false;
    if (done && text.length) {
        for (size_t i = 0; done && i < w->anchors.count; i++)
            done = append_node(&w->sheet->nodes, w->anchors.items[i]);
        done = done && add_line(w, L_TEXT, text, w->box, w->linked, w->anchors.count, !w->plain, w->centre > 0, w->broken);
        w->broken = false;
    }
    w->pieces.length = w->only.length = 0;
    w->count = 0;
    w->anchors.count = 0;
    w->linked = 0;
    w->plain = false;
    return done;
}

static bool add_text(Walk *w, const TextNode *node)
{
    const char *data = node->data.data;
    const size_t length = node->data.length;
    if (!data || is_known_blank(node) || is_blank(data, length)) {
        if (!w->count)
            return true;
        w->count++;
        return put_piece(w, " ", 1);
    }
    const bool space = is_space(data, length);
    if (!w->count && space)
        return true;
    w->count++;
    if (!w->bold && !space)
        w->plain = true;
    return put_piece(w, data, length);
}

static bool add_box(Walk *w, const Node *node, Py_ssize_t first, Py_ssize_t last)
{
    return add_frame(w->sheet, node, w->box, first, last);
}

/* Opens an element whose inside is walked. */
static bool enter(Walk *w, const Node *node, int code)
{
    Open *opens = grown(w->opens, &w->room, w->depth + 1, sizeof *opens);
    if (!opens)
        return false;
    w->opens = opens;
    w->opens[w->depth++] = (Open){code, w->box};
    if (code == C_LINK) {
        w->link = node;
        w->link_start = so_far(w).length;
    }
    if (code == C_BOLD || code == C_HEADING)
        w->bold++;
    if (code == C_CENTER)
        w->centre++;
    if (code == C_SHORT)
        w->shorts++;
    if (code <= C_LINK)
        return true;
    const Py_ssize_t number = w->sheet->frame_count, next = w->sheet->row_count;
    if (!add_box(w, node, next, next))
        return false;
    w->box = number;
    return true;
}

/* Closes the element that was opened last. */
static bool leave(void *state, const Node *node)
{
    Walk *w = state;
    Sheet *sheet = w->sheet;
    const Open open = w->opens[--w->depth];
    if (open.code == C_LINK && w->link) {
        count_link(w);
        if (w->count && !append_node(&w->anchors, w->link))
            return false;
        w->link = NULL;
    }
    if (open.code > C_LINK) {
        if (w->count && !flush(w))
            return false;
        w->broken = false;
        Frame *closed = &sheet->frames[w->box];
        closed->last = sheet->row_count;
        if (closed->first == closed->last && w->box == sheet->frame_count - 1)
            sheet->frame_count--;
        w->box = open.outer;
    }
    if (open.code == C_BOLD || open.code == C_HEADING)
        w->bold--;
    if (open.code == C_CENTER)
        w->centre--;
    if (open.code == C_SHORT)
        w->shorts--;
    return true;
}

/* Whether there is nothing in the element but one text. */
static bool only_text(const Node *node)
{
    return lined(node->first_child) == C_TEXT && !node->first_child->next;
}

/* Full stops in a text, two for more. */
static int stops_in(Str text)
{
    const char *end = text.data + text.length;
    int stops = 0;
    for (const char *at = text.data; (at = memchr(at, 0xE3, (size_t)(end - at))) && end - at > 2 && stops < 2; at++)
        stops += !memcmp(at, "\xE3\x80\x82", 3);
    return stops;
}

/* Notes the lists from an element up to the one that was read: the two full stops that were found are in them, too. */
static bool note_lists(Walk *w, const Node *at, const Node *top)
{
    w->known.count = 0;
    for (; at != top; at = at->parent)
        if (lined(at) == C_LIST && !append_node(&w->known, at))
            return false;
    return true;
}

/*
 * Reads a list into scratch: 1; 0 where it holds two full stops, behind which nothing is read, -1 after an error.
 * No text is read more than a few times, however lists nest: no two readings end at the same two full stops, for the
 * lists that share them are noted, and what is read to its end is passed over, or holds no list that need be read.
 */
static int read_list(Walk *w, const Node *top)
{
    const Node *at = top->first_child, *shared = NULL; /* the innermost element around the first full stop and this place */
    bool gap = false;
    int stops = 0;
    w->scratch.length = 0;
    for (;;) {
        const TextNode *text = (const TextNode *)at;
        if (at->type == TEXT && text->data.data) {
            if (is_known_blank(text))
                gap = true;
            else if (!put_folded(&w->scratch, text->data.data, text->data.length, &gap))
                return -1;
            else if ((stops += stops_in(text->data)) && !shared)
                shared = at->parent;
            if (stops > 1)
                return note_lists(w, shared, top) ? 0 : -1;
        }
        if (at->first_child) {
            at = at->first_child;
            continue;
        }
        while (at != top && !at->next) {
            at = at->parent;
            if (at == shared)
                shared = at->parent;
        }
        if (at == top)
            return 1;
        at = at->next;
    }
}

enum { PASSED, WALKED, TOO_SHORT };

/* A list that is passed over becomes one line; -1 after an error. */
static int pass_list(Walk *w, const Node *node)
{
    if (w->shorts)
        return TOO_SHORT;
    if (w->known.count && w->known.items[w->known.count - 1] == node) {
        w->known.count--;
        return WALKED;
    }
    const int whole = read_list(w, node);
    if (whole <= 0)
        return whole < 0 ? -1 : WALKED;
    if (w->scratch.length <= LONG_LIST)
        return TOO_SHORT;
    const Str text = without_ends(&w->scratch);
    if (characters(text.data, text.length) <= LONG_LIST)
        return TOO_SHORT;
    return append_node(&w->sheet->nodes, node) && add_line(w, L_LIST, text, w->box, LONG_LIST, 1, false, false, false) ? PASSED : -1;
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
    const Py_ssize_t number = w->sheet->row_count;
    return (!w->link || append_node(&w->sheet->nodes, w->link)) &&
           add_line(w, L_TEXT, text, w->sheet->frame_count, linked, w->link ? 1 : 0, heavy, central, false) &&
           add_box(w, node, number, number + 1);
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
    return put_piece(w, child->data.data, child->data.length) && append_node(&w->anchors, node);
}

/* The line of a picture or film. */
static bool media(Walk *w, const Node *node)
{
    return append_node(&w->sheet->nodes, node) && add_line(w, L_MEDIA, nothing, w->box, 0, 1, false, w->centre > 0, false);
}

/* Reads one node: 1 where its inside is to be walked, 0 where not, -1 after an error. */
static int visit(void *state, const Node *node)
{
    Walk *w = state;
    int code = lined(node);
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
        return media(w, node) ? 0 : -1;
    if (code > C_LINK) {
        if (w->count && !flush(w))
            return -1;
        w->broken = false;
        if (!child)
            return 0;
        if (code == C_LIST) {
            const int found = pass_list(w, node);
            if (found <= PASSED)
                return found;
            if (found == TOO_SHORT)
                code = C_SHORT;
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

PyObject *native_walk(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    PyObject *owner;
    if (count != 2 || !may_be_signs(args[1])) {
        PyErr_SetString(PyExc_TypeError, "walk(node, signs or None)");
        return NULL;
    }
    const Node *root = address(args[0], &owner);
    Sheet *sheet = root ? new_sheet(owner) : NULL;
    if (!sheet)
        return NULL;
    Walk w = {.sheet = sheet, .table = signs_of(args[1]), .box = -1};
    bool done = add_box(&w, root, 0, 0);
    w.box = 0;
    done = done && walk_below(root, &w, visit, leave) && (!w.count || flush(&w));
    if (done)
        sheet->frames[0].last = sheet->row_count;
    else
        Py_CLEAR(sheet);
    PyMem_Free(w.pieces.data);
    PyMem_Free(w.scratch.data);
    PyMem_Free(w.anchors.items);
    PyMem_Free(w.known.items);
    PyMem_Free(w.opens);
    return (PyObject *)sheet;
}

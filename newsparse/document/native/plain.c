/* The reading itself: tags and texts in, a tree out, by the rules of HTML 13.2.6 as far as plain pages need them. */
#include "plain.h"

#include <stddef.h>

/* An element that is not closed yet, and what is asked again and again of those around it, as places among the open ones. */
typedef struct {
    Node *node;
    const Tag *tag; /* NULL for a tag that is not known */
    Str name;
    int traits;
    unsigned short paragraph; /* the one that a block would close, 0: none */
    unsigned short format;    /* the innermost formatting, 0: none */
    unsigned short anchor;    /* the anchor that another one would close, 0: none */
} Open;

/* What is open is looked through at many tags, so that a page nested deeper takes a parser with time for it. */
enum { DEEPEST = 512 };

typedef struct {
    Document *document;
    const char *at, *end;
    size_t count;
    TextNode *joint;   /* the text that was put together last */
    size_t joint_room; /* for it */
    bool form;   /* a form is open */
    bool said;   /* what the body's tag says is known */
    bool ended;  /* the body's end tag was read, and nothing behind it that goes on with the body */
    bool itself; /* the last tag is written as closed */
    bool quirks; /* a table may stand in a paragraph */
    bool sure;   /* what quirks says is known */
    Open opens[DEEPEST + 8]; /* one tag opens three at most */
} Reader;

enum { PLAIN = 1, DOUBT = 0 };

/* ---- The tree ---- */

static void append(Node *parent, Node *node)
{
    node->parent = parent;
    node->next = NULL;
    node->first_child = node->last_child = NULL;
    if (parent->last_child)
        parent->last_child->next = node;
    else
        parent->first_child = node;
    node->prev = parent->last_child;
    parent->last_child = node;
}

static Open *top(Reader *r)
{
    return &r->opens[r->count - 1];
}

/* Puts a new node behind all that the open element holds. */
static void add(Reader *r, Node *node, int type, uintptr_t name)
{
    node->name = name;
    node->document = r->document;
    node->user = NULL;
    node->type = type;
    append(top(r)->node, node);
}

static bool is(const Open *open, const Tag *tag)
{
    return open->tag == tag;
}

/* The name of a tag that nobody knows, in lower case, as Lexbor keeps it. */
static uintptr_t entry_of(Arena *arena, Str name)
{
    Entry *entry = take(arena, sizeof *entry);
    char *text = entry && name.length > 16 ? take(arena, name.length) : entry ? entry->text.near : NULL;
    if (!text)
        return 0;
    for (size_t i = 0; i < name.length; i++)
        text[i] = (char)Py_TOLOWER(name.data[i]);
    if (name.length > 16)
        entry->text.far = text;
    entry->length = name.length;
    return (uintptr_t)entry;
}

/* Adds an element to the one that is open; NULL when memory is out. */
static Node *add_element(Reader *r, const Tag *tag, Str name, const char *attributes)
{
    Element *element = take(&r->document->arena, sizeof *element);
    if (!element)
        return NULL;
    add(r, &element->node, ELEMENT, tag ? tag->number : entry_of(&r->document->arena, name));
    element->node.user = (void *)attributes;
    element->first_attribute = NULL;
    return &element->node;
}

static bool open_element(Reader *r, const Tag *tag, Str name, const char *attributes)
{
    Node *node = add_element(r, tag, name, attributes);
    if (!node || r->count == sizeof r->opens / sizeof *r->opens)
        return false;
    const unsigned short place = (unsigned short)r->count++;
    const int traits = tag ? tag->traits : 0;
    Open *open = &r->opens[place], *around = open - 1;
    open->node = node;
    open->tag = tag;
    open->name = name;
    open->traits = traits;
    open->paragraph = tag == t.p ? place : traits & T_SCOPE || tag == t.button ? 0 : around->paragraph;
    open->format = traits & T_FORMAT ? place : around->format;
    open->anchor = tag == t.a ? place : traits & T_SCOPE && tag != t.table ? 0 : around->anchor;
    return true;
}

static const Look unknown = {.marked = true};

/* Puts a text behind the one before it, from which a tag parted it that stands for nothing. */
static bool join_text(Reader *r, TextNode *before, Str text, bool blank)
{
    const size_t length = before->data.length + text.length;
    if (before != r->joint || length > r->joint_room) {
        /* With room for more, so that many texts are not copied each time. */
        char *both = take(&r->document->arena, 2 * length);
        if (!both)
            return false;
        memcpy(both, before->data.data, before->data.length);
        before->data.data = both;
        r->joint = before;
        r->joint_room = 2 * length;
    }
    memcpy((char *)before->data.data + before->data.length, text.data, text.length);
    before->data.length = length;
    if (!blank)
        before->node.user = NULL;
    return true;
}

static bool add_text(Reader *r, Str text, int where, Look look)
{
    if (!text.length)
        return true;
    if (look.marked && !plain_text(&r->document->arena, text, where, &text))
        return false;
    Node *before = top(r)->node->last_child;
    if (before && before->type == TEXT)
        return join_text(r, (TextNode *)before, text, look.blank);
    TextNode *node = take(&r->document->arena, sizeof *node);
    if (!node)
        return false;
    add(r, &node->node, TEXT, names.text_number);
    node->data = text;
    node->node.user = look.blank ? node : NULL;
    return true;
}

/* ---- What is open ---- */

/* Where the element of a name is open that may be closed from here, 0 where there is none (there the body is). */
static size_t in_scope(Reader *r, const Tag *tag, bool lists)
{
    for (size_t i = r->count; i-- > 1;) {
        const Open *open = &r->opens[i];
        if (open->tag == tag)
            return i;
        if (open->traits & T_SCOPE || (lists && (is(open, t.ul) || is(open, t.ol))))
            return 0;
    }
    return 0;
}

/* Closes all down to this one, itself included. Formatting inside would go on behind it, which is not read here. */
static int close_to(Reader *r, size_t place)
{
    if (top(r)->format >= place)
        return DOUBT;
    r->count = place;
    return PLAIN;
}

static int close_paragraph(Reader *r)
{
    const size_t place = top(r)->paragraph;
    return place ? close_to(r, place) : PLAIN;
}

/* Whether text here, or any element but those of tables, would be moved before the table. */
static bool in_table(Reader *r)
{
    return (top(r)->traits & (T_TABLE | T_CELL)) == T_TABLE;
}

/* ---- Start tags ---- */

static int open_row(Reader *r)
{
    static const Str none = {"", 0};
    if (is(top(r), t.table) && !open_element(r, t.tbody, none, NULL))
        return -1;
    return PLAIN;
}

static size_t innermost_cell(Reader *r)
{
    for (size_t i = r->count; i-- > 1;)
        if (is(&r->opens[i], t.td) || is(&r->opens[i], t.th))
            return i;
        else if (is(&r->opens[i], t.table))
            return 0;
    return 0;
}

/* Whether a table is open, with nothing between it and here that its parts cannot close. */
static bool has_table(Reader *r)
{
    for (size_t i = r->count; i-- > 1;)
        if (is(&r->opens[i], t.table))
            return true;
    return false;
}

/* A part of a table: td, th, tr, tbody, thead, tfoot. */
static int table_part(Reader *r, const Tag *tag, Str name, const char *attributes)
{
    static const Str none = {"", 0};
    const bool cell = tag == t.td || tag == t.th;
    if (!in_table(r)) {
        const size_t place = innermost_cell(r);
        if (!place)
            return has_table(r) ? DOUBT : PLAIN;
        if (!close_to(r, place))
            return DOUBT;
    }
    if (!cell && is(top(r), t.tr))
        r->count--;
    if (!cell && tag != t.tr && !is(top(r), t.table))
        r->count--;
    if (!cell && tag != t.tr)
        return is(top(r), t.table) ? (open_element(r, tag, name, attributes) ? PLAIN : -1) : DOUBT;
    if (open_row(r) < 0)
        return -1;
    if (cell && !is(top(r), t.tr) && !open_element(r, t.tr, none, NULL))
        return -1;
    return open_element(r, tag, name, attributes) ? PLAIN : -1;
}

/* Closes the item that the next one ends. */
static int close_item(Reader *r, const Tag *tag)
{
    const bool list = tag == t.li;
    for (size_t i = r->count; i-- > 1;) {
        const Open *open = &r->opens[i];
        if (list ? is(open, t.li) : (is(open, t.dd) || is(open, t.dt))) {
            if (!close_to(r, i))
                return DOUBT;
            break;
        }
        if (open->traits & T_SPECIAL && !is(open, t.address) && !is(open, t.div) && !is(open, t.p))
            break;
    }
    return close_paragraph(r);
}

/* Where formatting of this name is open that an end tag may end from here, 0 where there is none. */
static size_t open_format(Reader *r, const Tag *tag)
{
    for (size_t i = r->count; i-- > 1;) {
        if (r->opens[i].tag == tag)
            return i;
        if (r->opens[i].traits & T_SCOPE && !is(&r->opens[i], t.table))
            break;
    }
    return 0;
}

/* Closes formatting; around a block, or with other formatting open in it, it would go on in pieces. */
static int close_format(Reader *r, size_t place)
{
    for (size_t i = place + 1; i < r->count; i++)
        if (r->opens[i].traits & (T_SPECIAL | T_FORMAT))
            return DOUBT;
    r->count = place;
    return PLAIN;
}

/* The options of a select, and nothing else that would close it. */
static int in_select(Reader *r, const Tag *tag, Str name, const char *attributes)
{
    if (!tag || !(tag->traits & T_CHOICE))
        return DOUBT;
    if (is(top(r), t.option))
        r->count--;
    if (tag == t.optgroup && is(top(r), t.optgroup))
        r->count--;
    return open_element(r, tag, name, attributes) ? PLAIN : -1;
}

/* Nothing but options and their groups is opened in a select. */
static bool select_is_open(Reader *r)
{
    return top(r)->traits & (T_CHOICE | T_CHOOSING);
}

/* An element whose inside is no markup. */
static int raw_element(Reader *r, const Tag *tag, Str name, const char *attributes)
{
    const char *closed = end_of_raw(r->at, r->end, tag, name);
    if (!closed)
        return DOUBT;
    Str inside = {r->at, (size_t)(closed - r->at)};
    if (tag == t.textarea && inside.length && (inside.data[0] == '\n' || inside.data[0] == '\r')) {
        /* The first line end is none of the text. */
        const size_t wide = inside.length > 1 && !memcmp(inside.data, "\r\n", 2) ? 2 : 1;
        inside = (Str){inside.data + wide, inside.length - wide};
    }
    if (!open_element(r, tag, name, attributes))
        return -1;
    if (!add_text(r, inside, tag->traits & T_TEXT ? AMONG_TAGS : IN_SCRIPT, unknown))
        return -1;
    r->count--;
    const char *end = end_of_tag(closed + 2 + name.length, r->end, &r->itself);
    if (!end)
        return DOUBT;
    r->at = end + 1;
    return PLAIN;
}

/* A tag of the body where it is open: what it says of it is added, if nothing was said before. */
static int second_body(Reader *r, const char *attributes)
{
    Node *body = r->opens[0].node;
    if (*attributes == '>')
        return PLAIN;
    if (r->said)
        return DOUBT;
    r->said = true;
    body->user = (void *)attributes;
    return PLAIN;
}

/* What may stand in a drawing and need not be kept: not an anchor, which is a link. The rest of HTML would end the drawing. */
static bool may_be_drawn(const Tag *tag)
{
    return !tag || tag == t.title || tag == t.style || tag == t.script || tag == t.image;
}

static int pass_comment(Reader *r);
static bool add_comment(Reader *r);

/* A drawing without links: nobody asks for more of it than its text. */
static int drawing(Reader *r, const Tag *tag, Str name, const char *attributes)
{
    bool itself = r->itself;
    if (!open_element(r, tag, name, attributes))
        return -1;
    for (int depth = !itself; depth;) {
        const char *next = r->at < r->end ? memchr(r->at, '<', (size_t)(r->end - r->at)) : NULL;
        if (!next || r->end - next < 3)
            return DOUBT;
        if (!add_text(r, (Str){r->at, (size_t)(next - r->at)}, AMONG_TAGS, unknown))
            return -1;
        r->at = next;
        const bool closes = next[1] == '/';
        if (next[1] == '!' && next[2] == '-') {
            if (!pass_comment(r))
                return DOUBT;
            continue;
        }
        if (!Py_ISALPHA(next[1 + closes]))
            return DOUBT;
        Str inner;
        const Tag *known = tag_at(next + 1 + closes, r->end, &inner);
        const char *end = end_of_tag(inner.data + inner.length, r->end, &itself);
        if (!end || !(known == tag || may_be_drawn(known)))
            return DOUBT;
        if (known == tag)
            depth += closes ? -1 : !itself;
        r->at = end + 1;
    }
    r->count--;
    return PLAIN;
}

/* An element whose beginning has no more rules than all have. */
static int start_element(Reader *r, const Tag *tag, Str name, const char *attributes)
{
    const int traits = tag ? tag->traits : 0;
    if (traits & T_CLOSES_P && !close_paragraph(r))
        return DOUBT;
    if (traits & T_HEADING && top(r)->traits & T_HEADING)
        r->count--;
    if (traits & T_ITEM && !close_item(r, tag))
        return DOUBT;
    if (tag == t.a && top(r)->anchor && !close_format(r, top(r)->anchor))
        return DOUBT;
    if (traits & T_VOID)
        return add_element(r, tag, name, attributes) ? PLAIN : -1;
    return open_element(r, tag, name, attributes) ? PLAIN : -1;
}

/* In a table, but outside its cells: whatever is no part of it would be moved before it, but for a few. */
static int in_between(Reader *r, const Tag *tag, Str name, const char *attributes)
{
    if (tag == t.form) {
        if (r->form)
            return PLAIN;
        r->form = true;
        return add_element(r, tag, name, attributes) ? PLAIN : -1;
    }
    if (tag == t.input && says_of_itself(attributes, r->end, "type", "hidden"))
        return add_element(r, tag, name, attributes) ? PLAIN : -1;
    if (!tag || (tag != t.script && tag != t.style))
        return DOUBT;
    return raw_element(r, tag, name, attributes);
}

static int end_table_part(Reader *r, const Tag *tag);

static int start_table(Reader *r, const Tag *tag, Str name, const char *attributes)
{
    /* One between the parts of another ends that. */
    if (in_table(r) && !end_table_part(r, tag))
        return DOUBT;
    if (top(r)->paragraph) {
        if (!r->sure)
            return DOUBT;
        if (!r->quirks && !close_paragraph(r))
            return DOUBT;
    }
    return start_element(r, tag, name, attributes);
}

static int start_tag(Reader *r, const Tag *tag, Str name, const char *attributes)
{
    const int traits = tag ? tag->traits : 0;
    const bool between = in_table(r);
    if (!(traits & T_RULED) && !between && !select_is_open(r))
        return start_element(r, tag, name, attributes);
    if (traits & T_DOUBT || (between && traits & T_MODERN))
        return DOUBT;
    if (select_is_open(r))
        return in_select(r, tag, name, attributes);
    if (traits & T_CHOICE)
        return DOUBT;
    if (tag == t.body)
        return second_body(r, attributes);
    if (tag && (tag == t.html || tag == t.head))
        return PLAIN;
    if (traits & T_MODERN)
        return drawing(r, tag, name, attributes);
    if (between && !(traits & T_TABLE))
        return in_between(r, tag, name, attributes);
    if (traits & (T_RAW | T_TEXT))
        return raw_element(r, tag, name, attributes);
    if (tag == t.table)
        return start_table(r, tag, name, attributes);
    if (traits & T_TABLE)
        return table_part(r, tag, name, attributes);
    if (tag == t.form) {
        if (r->form)
            return PLAIN;
        r->form = true;
    }
    if (tag == t.button && in_scope(r, t.button, false))
        return DOUBT;
    return start_element(r, tag, name, attributes);
}

/* ---- End tags ---- */

static int end_table_part(Reader *r, const Tag *tag)
{
    for (size_t i = r->count; i-- > 1;) {
        if (is(&r->opens[i], tag))
            return close_to(r, i);
        if (is(&r->opens[i], t.table))
            return PLAIN;
    }
    return PLAIN;
}

static int end_heading(Reader *r)
{
    for (size_t i = r->count; i-- > 1;) {
        if (r->opens[i].traits & T_HEADING)
            return close_to(r, i);
        if (r->opens[i].traits & T_SCOPE)
            return PLAIN;
    }
    return PLAIN;
}

static int end_form(Reader *r)
{
    if (!r->form)
        return PLAIN;
    r->form = false;
    const size_t place = in_scope(r, t.form, false);
    if (!place)
        return PLAIN;
    if (place + 1 != r->count)
        return DOUBT;
    r->count--;
    return PLAIN;
}

static bool same_name(const Open *open, const Tag *tag, Str name)
{
    if (tag || open->tag)
        return tag == open->tag;
    return open->name.length == name.length && same_letters(open->name.data, name.data, name.length);
}

/* An element that has no rules of its own. */
static int end_other(Reader *r, const Tag *tag, Str name)
{
    for (size_t i = r->count; i-- > 1;) {
        if (same_name(&r->opens[i], tag, name))
            return close_to(r, i);
        if (r->opens[i].traits & T_SPECIAL)
            return PLAIN;
    }
    return PLAIN;
}

/* Whether an end tag of the body, or of the page, is one: in a table, for example, it stands for nothing. */
static bool may_end_body(Reader *r)
{
    for (size_t i = r->count; i-- > 1;)
        if (r->opens[i].traits & T_SCOPE)
            return false;
    return !select_is_open(r);
}

static int end_format(Reader *r, const Tag *tag)
{
    const size_t place = open_format(r, tag);
    return place ? close_format(r, place) : PLAIN;
}

static int end_element(Reader *r, const Tag *tag, Str name)
{
    static const Str none = {"", 0};
    /* What was opened last is closed: most end tags. */
    if (tag && is(top(r), tag) && tag != t.form && r->count > 1) {
        r->count--;
        return PLAIN;
    }
    if (tag && (tag == t.body || tag == t.html || tag == t.head)) {
        /* What follows is read as if they did not stand there, but for comments. */
        r->ended = tag != t.head && may_end_body(r);
        return PLAIN;
    }
    if (select_is_open(r) && !(tag && (tag->traits & T_CHOICE || tag == t.select)))
        return DOUBT;
    if (tag && tag->traits & (T_DOUBT | T_MODERN))
        return DOUBT;
    if (tag && tag->traits & T_TABLE)
        return end_table_part(r, tag);
    if (in_table(r))
        return tag == t.form ? end_form(r) : DOUBT;
    if (!tag)
        return end_other(r, tag, name);
    if (tag == t.p) {
        if (top(r)->paragraph)
            return close_paragraph(r);
        return add_element(r, tag, none, NULL) ? PLAIN : -1;
    }
    if (tag == t.br)
        return add_element(r, tag, none, NULL) ? PLAIN : -1;
    if (tag->traits & T_FORMAT)
        return end_format(r, tag);
    if (tag->traits & T_HEADING)
        return end_heading(r);
    if (tag == t.form)
        return end_form(r);
    if (tag->traits & (T_VOID | T_RAW | T_TEXT))
        return PLAIN;
    if (tag->traits & T_SPECIAL && tag != t.noscript) {
        const size_t place = in_scope(r, tag, tag == t.li);
        return place ? close_to(r, place) : PLAIN;
    }
    return end_other(r, tag, name);
}

/* ---- Comments and the like ---- */

/* Moves behind what begins with "<!" or "<?"; DOUBT where it does not end. */
static int pass_comment(Reader *r)
{
    const char *at = r->at, *end = r->end;
    if (end - at > 3 && !memcmp(at, "<!--", 4)) {
        at += 4;
        if (at < end && *at == '>') {
            r->at = at + 1;
            return PLAIN;
        }
        if (end - at > 1 && at[0] == '-' && at[1] == '>') {
            r->at = at + 2;
            return PLAIN;
        }
        for (; (at = memchr(at, '-', (size_t)(end - at))); at++) {
            if (end - at > 2 && at[1] == '-' && at[2] == '>') {
                r->at = at + 3;
                return PLAIN;
            }
            if (end - at > 3 && at[1] == '-' && at[2] == '!' && at[3] == '>') {
                r->at = at + 4;
                return PLAIN;
            }
        }
        return DOUBT;
    }
    at = memchr(at, '>', (size_t)(end - at));
    r->at = at ? at + 1 : end;
    return at ? PLAIN : DOUBT;
}

/* Adds the comment that was passed: it parts texts, and an element that holds one is not empty. Behind the body it is none of it. */
static bool add_comment(Reader *r)
{
    if (r->ended)
        return true;
    Element *comment = take(&r->document->arena, sizeof *comment);
    if (!comment)
        return false;
    add(r, &comment->node, COMMENT, names.comment_number);
    comment->first_attribute = NULL;
    return true;
}

/* ---- The page ---- */

/* Reads one tag, whose "<" is followed by a letter, or by "/" and a letter. */
static int read_tag(Reader *r)
{
    const bool closes = r->at[1] == '/';
    Str name;
    const Tag *tag = tag_at(r->at + 1 + closes, r->end, &name);
    const char *attributes = name.data + name.length, *end = end_of_tag(attributes, r->end, &r->itself);
    if (!end)
        return DOUBT;
    r->at = end + 1;
    /* A second tag of the page itself goes on with nothing. */
    r->ended = r->ended && tag && (tag == t.html || (closes && tag == t.body));
    return closes ? end_element(r, tag, name) : start_tag(r, tag, name, attributes);
}

/* Whether a "<" is more than a sign. */
static bool is_markup(const char *at, const char *end)
{
    return at + 1 < end && (Py_ISALPHA(at[1]) || at[1] == '/' || at[1] == '!' || at[1] == '?');
}

static int read_text(Reader *r)
{
    const char *begin = r->at, *end = r->end;
    const bool sign = *begin == '<';
    Look look = {.blank = !sign};
    const char *next = end_of_text(begin + sign, end, &look);
    while (next < end && !is_markup(next, end)) {
        look.blank = false;
        next = end_of_text(next + 1, end, &look);
    }
    r->at = next;
    if (!look.blank && in_table(r))
        return DOUBT;
    if (r->ended && !look.blank) {
        /* An entity may stand for a blank, which does not go on with the body. */
        if (memchr(begin, '&', (size_t)(next - begin)))
            return DOUBT;
        r->ended = false;
    }
    return add_text(r, (Str){begin, (size_t)(next - begin)}, AMONG_TAGS, look) ? PLAIN : -1;
}

static int read_one(Reader *r)
{
    if (*r->at != '<' || r->end - r->at < 2)
        return read_text(r);
    const char second = r->at[1];
    if (Py_ISALPHA(second))
        return read_tag(r);
    if (second == '/') {
        if (r->end - r->at < 3)
            return DOUBT;
        if (Py_ISALPHA(r->at[2]))
            return read_tag(r);
        if (r->at[2] == '>') {
            r->at += 3;
            return PLAIN;
        }
        const int passed = pass_comment(r);
        return passed == PLAIN && !add_comment(r) ? -1 : passed;
    }
    if (second == '!' || second == '?') {
        const bool doctype = r->end - r->at > 8 && r->at[2] != '-' && same_letters(r->at, "<!doctype", 9);
        const int passed = pass_comment(r);
        return passed == PLAIN && !doctype && !add_comment(r) ? -1 : passed;
    }
    return read_text(r);
}

/* What the doctype says of tables in paragraphs. */
static void read_doctype(Reader *r, Str doctype)
{
    const char *at = doctype.data, *end = at + doctype.length;
    const bool plain = doctype.length < 18;
    r->quirks = false;
    r->sure = plain || holds_word(at, end, "XHTML 1.0") || holds_word(at, end, "XHTML 1.1");
    if (plain && (doctype.length < 14 || !same_letters(at, "<!doctype html", 14)))
        r->sure = false;
}

/* Moves behind an element of the head that has an inside. */
static int pass_raw(Reader *r, const Tag *tag, Str name)
{
    const char *closed = end_of_raw(r->at, r->end, tag, name);
    if (!closed)
        return DOUBT;
    const char *end = end_of_tag(closed + 2 + name.length, r->end, &r->itself);
    r->at = end ? end + 1 : r->end;
    return end ? PLAIN : DOUBT;
}

/* One tag of the head: PLAIN where the body begins with it, or in it; BEHIND where it was read; DOUBT. */
static int head_tag(Reader *r, const char **attributes, bool *behind)
{
    enum { BEHIND = 2 };
    const char *begin = r->at;
    const bool closes = begin[1] == '/';
    if (!Py_ISALPHA(begin[1 + closes]))
        return DOUBT;
    Str name;
    const Tag *tag = tag_at(begin + 1 + closes, r->end, &name);
    const char *end = end_of_tag(name.data + name.length, r->end, &r->itself);
    if (!end)
        return DOUBT;
    r->at = end + 1;
    if (tag && !closes && tag == t.body) {
        *attributes = name.data + name.length;
        return PLAIN;
    }
    if (tag && (tag == t.html || tag == t.head)) {
        *behind = *behind || closes;
        return closes && tag == t.html ? DOUBT : BEHIND;
    }
    if (closes)
        return tag && (tag == t.body || tag == t.br) ? DOUBT : BEHIND;
    if (tag && tag->traits & T_HEAD && !(tag->traits & T_DOUBT))
        return !(tag->traits & (T_RAW | T_TEXT)) || pass_raw(r, tag, name) ? BEHIND : DOUBT;
    /* Whatever may not stand in it ends it, so it changes nothing. */
    if (tag == t.noscript && !*behind)
        return BEHIND;
    r->at = begin;
    return PLAIN;
}

/* Reads up to where the body begins: at its tag, or where something stands that cannot be in a head. */
static int read_head(Reader *r, const char **attributes)
{
    bool behind = false;
    r->quirks = r->sure = true;
    while (r->at < r->end) {
        while (r->at < r->end && is_blank(r->at, 1))
            r->at++;
        if (r->end - r->at < 3)
            return DOUBT;
        if (*r->at != '<')
            return PLAIN;
        if (r->at[1] == '!' || r->at[1] == '?') {
            const char *begin = r->at;
            if (!pass_comment(r))
                return DOUBT;
            if (r->at - begin > 8 && same_letters(begin, "<!doctype", 9))
                read_doctype(r, (Str){begin, (size_t)(r->at - begin)});
            continue;
        }
        const int state = head_tag(r, attributes, &behind);
        if (state != 2)
            return state;
    }
    return DOUBT;
}

Node *plain_body(Document *document, Str page)
{
    Reader r;
    const char *attributes = NULL;
    memset(&r, 0, offsetof(Reader, opens));
    r.document = document;
    r.at = page.data;
    r.end = page.data + page.length;
    memset(&document->node, 0, sizeof document->node);
    document->node.user = (void *)r.end;
    Element *body = take(&document->arena, sizeof *body), *html = take(&document->arena, sizeof *html);
    if (!body || !html || read_head(&r, &attributes) != PLAIN)
        return NULL;
    document->compatibility = r.sure && r.quirks;
    memset(html, 0, sizeof *html);
    memset(body, 0, sizeof *body);
    body->node.name = t.body->number;
    body->node.document = document;
    body->node.user = (void *)attributes;
    r.said = attributes != NULL && *attributes != '>';
    body->node.type = ELEMENT;
    html->node.name = t.html->number;
    html->node.document = document;
    html->node.type = ELEMENT;
    html->node.parent = &document->node;
    html->node.first_child = html->node.last_child = &body->node;
    body->node.parent = &html->node;
    r.opens[r.count++] = (Open){.node = &body->node, .tag = t.body, .traits = t.body->traits, .name = {"body", 4}};
    int state = PLAIN;
    while (state == PLAIN && r.at < r.end)
        state = r.count > DEEPEST ? DOUBT : read_one(&r);
    return state == PLAIN ? &body->node : NULL;
}

/* ---- For Python ---- */

typedef struct {
    PyObject_HEAD
    PyObject *page;
    Document document;
} Tree;

static void tree_dealloc(Tree *self)
{
    give_back(&self->document.arena);
    Py_XDECREF(self->page);
    Py_TYPE(self)->tp_free(self);
}

static PyTypeObject TreeType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "newsparse.document._native.Tree",
    .tp_doc = "A plain page: keeps its nodes.",
    .tp_basicsize = sizeof(Tree),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_DISALLOW_INSTANTIATION,
    .tp_dealloc = (destructor)tree_dealloc,
};

PyObject *native_plain(PyObject *self, PyObject *page)
{
    if (!PyBytes_Check(page)) {
        PyErr_SetString(PyExc_TypeError, "bytes expected");
        return NULL;
    }
    Tree *tree = (Tree *)TreeType.tp_alloc(&TreeType, 0);
    if (!tree)
        return NULL;
    tree->page = Py_NewRef(page);
    const Node *body = plain_body(&tree->document, (Str){PyBytes_AS_STRING(page), (size_t)PyBytes_GET_SIZE(page)});
    PyObject *found = body ? handle(body, (PyObject *)tree) : PyErr_Occurred() ? NULL : Py_NewRef(Py_None);
    Py_DECREF(tree);
    return found;
}

int add_plain(PyObject *module)
{
    return PyModule_AddType(module, &TreeType);
}

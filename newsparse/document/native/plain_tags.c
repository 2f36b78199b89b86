/* The tags that the rules of parsing name (HTML, 13.2.6), and the pieces of memory that trees are made of. */
#include "plain.h"

enum { BLOCK = T_SPECIAL | T_CLOSES_P };

static Tag tags[] = {
    {"a", 0, T_FORMAT}, {"abbr", 0, 0}, {"acronym", 0, 0}, {"address", 0, BLOCK}, {"applet", 0, T_SPECIAL | T_SCOPE}, {"area", 0, T_SPECIAL | T_VOID},
    {"article", 0, BLOCK}, {"aside", 0, BLOCK}, {"audio", 0, 0}, {"b", 0, T_FORMAT}, {"base", 0, T_SPECIAL | T_VOID | T_HEAD},
    {"basefont", 0, T_SPECIAL | T_VOID | T_HEAD}, {"bdo", 0, 0}, {"bgsound", 0, T_SPECIAL | T_VOID | T_HEAD}, {"big", 0, T_FORMAT},
    {"blink", 0, 0}, {"blockquote", 0, BLOCK}, {"body", 0, 0}, {"br", 0, T_SPECIAL | T_VOID}, {"button", 0, T_SPECIAL},
    {"canvas", 0, 0}, {"caption", 0, T_DOUBT}, {"center", 0, BLOCK}, {"cite", 0, 0}, {"code", 0, T_FORMAT}, {"col", 0, T_DOUBT},
    {"colgroup", 0, T_DOUBT}, {"dd", 0, T_SPECIAL | T_IMPLIED | T_ITEM}, {"del", 0, 0}, {"details", 0, BLOCK}, {"dfn", 0, 0},
    {"dialog", 0, T_DOUBT}, {"dir", 0, BLOCK}, {"div", 0, BLOCK}, {"dl", 0, BLOCK}, {"dt", 0, T_SPECIAL | T_IMPLIED | T_ITEM},
    {"em", 0, T_FORMAT}, {"embed", 0, T_SPECIAL | T_VOID}, {"fieldset", 0, BLOCK}, {"figcaption", 0, BLOCK}, {"figure", 0, BLOCK},
    {"font", 0, T_FORMAT}, {"footer", 0, BLOCK}, {"form", 0, BLOCK}, {"frame", 0, T_DOUBT}, {"frameset", 0, T_DOUBT},
    {"h1", 0, BLOCK | T_HEADING}, {"h2", 0, BLOCK | T_HEADING}, {"h3", 0, BLOCK | T_HEADING}, {"h4", 0, BLOCK | T_HEADING},
    {"h5", 0, BLOCK | T_HEADING}, {"h6", 0, BLOCK | T_HEADING}, {"head", 0, 0}, {"header", 0, BLOCK}, {"hgroup", 0, BLOCK},
    {"hr", 0, BLOCK | T_VOID}, {"html", 0, 0}, {"i", 0, T_FORMAT}, {"iframe", 0, T_SPECIAL | T_RAW}, {"image", 0, T_DOUBT},
    {"img", 0, T_SPECIAL | T_VOID}, {"input", 0, T_SPECIAL | T_VOID}, {"ins", 0, 0}, {"isindex", 0, T_DOUBT}, {"kbd", 0, 0},
    {"keygen", 0, T_DOUBT}, {"label", 0, 0}, {"legend", 0, 0}, {"li", 0, T_SPECIAL | T_IMPLIED | T_ITEM},
    {"link", 0, T_SPECIAL | T_VOID | T_HEAD}, {"listing", 0, T_DOUBT}, {"main", 0, BLOCK}, {"map", 0, 0}, {"mark", 0, 0},
    {"marquee", 0, T_SPECIAL | T_SCOPE}, {"math", 0, T_DOUBT}, {"menu", 0, BLOCK}, {"menuitem", 0, T_DOUBT},
    {"meta", 0, T_SPECIAL | T_VOID | T_HEAD}, {"nav", 0, BLOCK}, {"nobr", 0, T_DOUBT}, {"noembed", 0, T_DOUBT}, {"noframes", 0, T_DOUBT},
    {"noscript", 0, T_SPECIAL}, {"object", 0, T_SPECIAL | T_SCOPE}, {"ol", 0, BLOCK}, {"optgroup", 0, T_IMPLIED | T_CHOICE}, {"option", 0, T_IMPLIED | T_CHOICE},
    {"p", 0, BLOCK | T_IMPLIED}, {"param", 0, T_SPECIAL | T_VOID}, {"plaintext", 0, T_DOUBT}, {"pre", 0, BLOCK}, {"q", 0, 0},
    {"rb", 0, T_DOUBT}, {"rp", 0, T_DOUBT}, {"rt", 0, T_DOUBT}, {"rtc", 0, T_DOUBT}, {"ruby", 0, 0}, {"s", 0, T_FORMAT}, {"samp", 0, 0},
    {"script", 0, T_SPECIAL | T_RAW | T_HEAD}, {"search", 0, T_DOUBT}, {"section", 0, BLOCK}, {"select", 0, T_SPECIAL},
    {"small", 0, T_FORMAT}, {"source", 0, T_SPECIAL | T_VOID}, {"span", 0, 0}, {"strike", 0, T_FORMAT}, {"strong", 0, T_FORMAT},
    {"style", 0, T_SPECIAL | T_RAW | T_HEAD}, {"sub", 0, 0}, {"summary", 0, BLOCK}, {"sup", 0, 0}, {"svg", 0, T_MODERN},
    {"table", 0, T_SPECIAL | T_SCOPE | T_TABLE}, {"tbody", 0, T_SPECIAL | T_TABLE}, {"td", 0, T_SPECIAL | T_SCOPE | T_TABLE},
    {"template", 0, T_DOUBT}, {"textarea", 0, T_SPECIAL | T_TEXT}, {"tfoot", 0, T_SPECIAL | T_TABLE},
    {"th", 0, T_SPECIAL | T_SCOPE | T_TABLE}, {"thead", 0, T_SPECIAL | T_TABLE}, {"time", 0, 0}, {"title", 0, T_SPECIAL | T_TEXT | T_HEAD},
    {"tr", 0, T_SPECIAL | T_TABLE}, {"track", 0, T_SPECIAL | T_VOID}, {"tt", 0, T_FORMAT}, {"u", 0, T_FORMAT}, {"ul", 0, BLOCK},
    {"var", 0, 0}, {"video", 0, 0}, {"wbr", 0, T_SPECIAL | T_VOID}, {"xmp", 0, T_DOUBT},
};

enum { PLACES = 512, COUNT = sizeof tags / sizeof *tags };

static const Tag *places[PLACES];

Tags t;

static size_t place_of(const char *name, size_t length)
{
    uint32_t hash = (uint32_t)length;
    for (size_t i = 0; i < length; i++)
        hash = hash * 31 + (unsigned char)Py_TOLOWER(name[i]);
    return hash % PLACES;
}

/* Lexbor's number of a tag, 0 where it is not known. */
static uintptr_t number_of(const char *name)
{
    for (uintptr_t number = 0; number < NUMBERED; number++)
        if (names.tags[number] && PyUnicode_CompareWithASCIIString(names.tags[number], name) == 0)
            return number;
    return 0;
}

void learn_tags(void)
{
    memset(places, 0, sizeof places);
    for (size_t i = 0; i < COUNT; i++) {
        tags[i].number = number_of(tags[i].name);
        if (!tags[i].number)
            tags[i].traits |= T_DOUBT;
        size_t at = place_of(tags[i].name, strlen(tags[i].name));
        while (places[at])
            at = (at + 1) % PLACES;
        places[at] = &tags[i];
    }
    t = (Tags){.a = tag_named("a", 1), .address = tag_named("address", 7), .body = tag_named("body", 4), .br = tag_named("br", 2), .button = tag_named("button", 6), .dd = tag_named("dd", 2), .div = tag_named("div", 3), .dt = tag_named("dt", 2), .form = tag_named("form", 4), .head = tag_named("head", 4), .html = tag_named("html", 4), .image = tag_named("image", 5), .li = tag_named("li", 2), .noscript = tag_named("noscript", 8), .ol = tag_named("ol", 2), .optgroup = tag_named("optgroup", 8), .option = tag_named("option", 6), .p = tag_named("p", 1), .script = tag_named("script", 6), .select = tag_named("select", 6), .style = tag_named("style", 5), .table = tag_named("table", 5), .tbody = tag_named("tbody", 5), .td = tag_named("td", 2), .textarea = tag_named("textarea", 8), .th = tag_named("th", 2), .title = tag_named("title", 5), .tr = tag_named("tr", 2), .ul = tag_named("ul", 2)};
}

const Tag *tag_named(const char *name, size_t length)
{
    for (size_t at = place_of(name, length); places[at]; at = (at + 1) % PLACES) {
        const char *known = places[at]->name;
        size_t i = 0;
        while (i < length && known[i] == Py_TOLOWER(name[i]))
            i++;
        if (i == length && !known[i])
            return places[at];
    }
    return NULL;
}

/* ---- Memory ---- */

enum { PIECE = 1 << 16, KEPT = 32 };

struct piece {
    Piece *next;
    size_t size;
    char data[];
};

/* Pieces that wait for the next page; whoever touches them holds Python's lock. */
static Piece *kept;
static int kept_count;

void *take(Arena *arena, size_t size)
{
    size = (size + 15) & ~(size_t)15;
    if ((size_t)(arena->end - arena->at) < size) {
        Piece *piece = kept;
        const size_t room = size > PIECE ? size : PIECE;
        if (piece && room == PIECE) {
            kept = piece->next;
            kept_count--;
        } else if ((piece = PyMem_RawMalloc(sizeof *piece + room))) {
            piece->size = room;
        } else {
            PyErr_NoMemory();
            return NULL;
        }
        piece->next = arena->pieces;
        arena->pieces = piece;
        arena->at = piece->data;
        arena->end = piece->data + room;
    }
    void *taken = arena->at;
    arena->at += size;
    return taken;
}

void give_back(Arena *arena)
{
    while (arena->pieces) {
        Piece *piece = arena->pieces;
        arena->pieces = piece->next;
        if (piece->size == PIECE && kept_count < KEPT) {
            piece->next = kept;
            kept = piece;
            kept_count++;
        } else {
            PyMem_RawFree(piece);
        }
    }
    arena->at = arena->end = NULL;
}

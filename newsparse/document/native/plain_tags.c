/* The tags that the rules of parsing name (HTML, 13.2.6), and the pieces of memory that trees are made of. */
#include "plain.h"

enum { BLOCK = T_SPECIAL | T_CLOSES_P };

static Tag tags[] = {
    {"a", 0, T_FORMAT}, {"abbr", 0, 0}, {"acronym", 0, 0}, {"address", 0, BLOCK}, {"applet", 0, T_SPECIAL | T_SCOPE}, {"area", 0, T_SPECIAL | T_VOID},
    {"article", 0, BLOCK}, {"aside", 0, BLOCK}, {"audio", 0, 0}, {"b", 0, T_FORMAT}, {"base", 0, T_SPECIAL | T_VOID | T_HEAD},
    {"basefont", 0, T_SPECIAL | T_VOID | T_HEAD}, {"bdo", 0, 0}, {"bgsound", 0, T_SPECIAL | T_VOID | T_HEAD}, {"big", 0, T_FORMAT},
    {"blink", 0, 0}, {"blockquote", 0, BLOCK}, {"body", 0, T_OWN}, {"br", 0, T_SPECIAL | T_VOID}, {"button", 0, T_SPECIAL | T_OWN},
    {"canvas", 0, 0}, {"caption", 0, T_DOUBT}, {"center", 0, BLOCK}, {"cite", 0, 0}, {"code", 0, T_FORMAT}, {"col", 0, T_DOUBT},
    {"colgroup", 0, T_DOUBT}, {"dd", 0, T_SPECIAL | T_IMPLIED | T_ITEM}, {"del", 0, 0}, {"details", 0, BLOCK}, {"dfn", 0, 0},
    {"dialog", 0, T_DOUBT}, {"dir", 0, BLOCK}, {"div", 0, BLOCK}, {"dl", 0, BLOCK}, {"dt", 0, T_SPECIAL | T_IMPLIED | T_ITEM},
    {"em", 0, T_FORMAT}, {"embed", 0, T_SPECIAL | T_VOID}, {"fieldset", 0, BLOCK}, {"figcaption", 0, BLOCK}, {"figure", 0, BLOCK},
    {"font", 0, T_FORMAT}, {"footer", 0, BLOCK}, {"form", 0, BLOCK | T_OWN}, {"frame", 0, T_DOUBT}, {"frameset", 0, T_DOUBT},
    {"h1", 0, BLOCK | T_HEADING}, {"h2", 0, BLOCK | T_HEADING}, {"h3", 0, BLOCK | T_HEADING}, {"h4", 0, BLOCK | T_HEADING},
    {"h5", 0, BLOCK | T_HEADING}, {"h6", 0, BLOCK | T_HEADING}, {"head", 0, T_OWN}, {"header", 0, BLOCK}, {"hgroup", 0, BLOCK},
    {"hr", 0, BLOCK | T_VOID}, {"html", 0, T_OWN}, {"i", 0, T_FORMAT}, {"iframe", 0, T_SPECIAL | T_RAW}, {"image", 0, T_DOUBT},
    {"img", 0, T_SPECIAL | T_VOID}, {"input", 0, T_SPECIAL | T_VOID}, {"ins", 0, 0}, {"isindex", 0, T_DOUBT}, {"kbd", 0, 0},
    {"keygen", 0, T_DOUBT}, {"label", 0, 0}, {"legend", 0, 0}, {"li", 0, T_SPECIAL | T_IMPLIED | T_ITEM},
    {"link", 0, T_SPECIAL | T_VOID | T_HEAD}, {"listing", 0, T_DOUBT}, {"main", 0, BLOCK}, {"map", 0, 0}, {"mark", 0, 0},
    {"marquee", 0, T_SPECIAL | T_SCOPE}, {"math", 0, T_DOUBT}, {"menu", 0, BLOCK}, {"menuitem", 0, T_DOUBT},
    {"meta", 0, T_SPECIAL | T_VOID | T_HEAD}, {"nav", 0, BLOCK}, {"nobr", 0, T_DOUBT}, {"noembed", 0, T_DOUBT}, {"noframes", 0, T_DOUBT},
    {"noscript", 0, T_SPECIAL}, {"object", 0, T_SPECIAL | T_SCOPE}, {"ol", 0, BLOCK}, {"optgroup", 0, T_IMPLIED | T_CHOICE}, {"option", 0, T_IMPLIED | T_CHOICE},
    {"p", 0, BLOCK | T_IMPLIED}, {"param", 0, T_SPECIAL | T_VOID}, {"plaintext", 0, T_DOUBT}, {"pre", 0, BLOCK}, {"q", 0, 0},
    {"rb", 0, T_DOUBT}, {"rp", 0, T_DOUBT}, {"rt", 0, T_DOUBT}, {"rtc", 0, T_DOUBT}, {"ruby", 0, 0}, {"s", 0, T_FORMAT}, {"samp", 0, 0},
    {"script", 0, T_SPECIAL | T_RAW | T_HEAD}, {"search", 0, T_DOUBT}, {"section", 0, BLOCK}, {"select", 0, T_SPECIAL | T_CHOOSING},
    {"small", 0, T_FORMAT}, {"source", 0, T_SPECIAL | T_VOID}, {"span", 0, 0}, {"strike", 0, T_FORMAT}, {"strong", 0, T_FORMAT},
    {"style", 0, T_SPECIAL | T_RAW | T_HEAD}, {"sub", 0, 0}, {"summary", 0, BLOCK}, {"sup", 0, 0}, {"svg", 0, T_MODERN},
    {"table", 0, T_SPECIAL | T_SCOPE | T_TABLE}, {"tbody", 0, T_SPECIAL | T_TABLE}, {"td", 0, T_SPECIAL | T_SCOPE | T_TABLE | T_CELL},
    {"template", 0, T_DOUBT}, {"textarea", 0, T_SPECIAL | T_TEXT}, {"tfoot", 0, T_SPECIAL | T_TABLE},
    {"th", 0, T_SPECIAL | T_SCOPE | T_TABLE | T_CELL}, {"thead", 0, T_SPECIAL | T_TABLE}, {"time", 0, 0}, {"title", 0, T_SPECIAL | T_TEXT | T_HEAD},
    {"tr", 0, T_SPECIAL | T_TABLE}, {"track", 0, T_SPECIAL | T_VOID}, {"tt", 0, T_FORMAT}, {"u", 0, T_FORMAT}, {"ul", 0, BLOCK},
    {"var", 0, 0}, {"video", 0, 0}, {"wbr", 0, T_SPECIAL | T_VOID}, {"xmp", 0, T_DOUBT},
};

enum { PLACES = 1024, COUNT = sizeof tags / sizeof *tags, SHORT = 8 };

/* Where tags stand in their row, counted from one, by names that fit into a word; the few longer ones are looked for one by one. */
static unsigned char places[PLACES];

static const Tag *longer[8];

Tags t;

/* A number that gives each name a place of its own: found by trying. */
static size_t place_of(Eight name)
{
    return (size_t)((name * UINT64_C(0x3D423730EF695FE7)) >> 54);
}

/* Lexbor's number of a tag, 0 where it is not known. */
static uintptr_t number_of(const char *name)
{
    for (uintptr_t number = 0; number < NUMBERED; number++)
        if (names.tags[number] && PyUnicode_CompareWithASCIIString(names.tags[number], name) == 0)
            return number;
    return 0;
}

static const Tag *known(const char *word)
{
    Str name;
    return tag_at(word, word + strlen(word), &name);
}

void learn_tags(void)
{
    size_t long_ones = 0;
    memset(places, 0, sizeof places);
    memset(longer, 0, sizeof longer);
    for (size_t i = 0; i < COUNT; i++) {
        const size_t length = strlen(tags[i].name);
        tags[i].number = number_of(tags[i].name);
        if (!tags[i].number)
            tags[i].traits |= T_DOUBT;
        if (length > SHORT) {
            longer[long_ones++] = &tags[i];
            continue;
        }
        tags[i].word = eight_at(tags[i].name, tags[i].name + length);
        size_t at = place_of(tags[i].word);
        while (places[at])
            at = (at + 1) % PLACES;
        places[at] = (unsigned char)(i + 1);
    }
    t = (Tags){.a = known("a"), .address = known("address"), .body = known("body"), .br = known("br"), .button = known("button"), .dd = known("dd"), .div = known("div"), .dt = known("dt"), .form = known("form"), .head = known("head"), .html = known("html"), .image = known("image"), .input = known("input"), .li = known("li"), .noscript = known("noscript"), .ol = known("ol"), .optgroup = known("optgroup"), .option = known("option"), .p = known("p"), .script = known("script"), .select = known("select"), .style = known("style"), .table = known("table"), .tbody = known("tbody"), .td = known("td"), .textarea = known("textarea"), .th = known("th"), .title = known("title"), .tr = known("tr"), .ul = known("ul")};
}

static const Tag *long_tag(Str name)
{
    for (size_t i = 0; i < sizeof longer / sizeof *longer && longer[i]; i++)
        if (strlen(longer[i]->name) == name.length && same_letters(longer[i]->name, name.data, name.length))
            return longer[i];
    return NULL;
}

const Tag *tag_at(const char *at, const char *end, Str *name)
{
    const Eight eight = eight_at(at, end), stops = less_than(eight, '0') | equal_to(eight, '>');
    const size_t length = stops ? (size_t)first_of(stops) : SHORT;
    const char *behind = at + length;
    while (behind < end && !ends_name(*behind))
        behind++;
    *name = (Str){at, (size_t)(behind - at)};
    if (name->length > SHORT)
        return long_tag(*name);
    /* Something in it that no known name holds. */
    if (name->length != length)
        return NULL;
    /* It holds no byte below the digits, so that nothing else can become a known name. */
    const Eight key = in_lower_case(eight, length);
    for (size_t place = place_of(key); places[place]; place = (place + 1) % PLACES)
        if (tags[places[place] - 1].word == key)
            return &tags[places[place] - 1];
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

void *take_piece(Arena *arena, size_t size)
{
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
    arena->at = piece->data + size;
    arena->end = piece->data + room;
    return piece->data;
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

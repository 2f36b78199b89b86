/* Whether the bytes between two landmarks can be parsed on their own. */
#include "scan.h"

/* The next '<', NULL where there is none. */
static const char *tag(const char *at, const char *end)
{
    return at < end ? memchr(at, '<', (size_t)(end - at)) : NULL;
}

/* Whether a landmark lies where it is no tag */

/* Elements whose content is text, as they are looked for before a landmark. */
static const char *const texts[] = {"iframe", "script", "style", "textarea", "title", "xmp"};
enum { TEXTS = sizeof texts / sizeof *texts };

static int text_element(const char *at, const char *end)
{
    if (at < end && (*at == 's' || *at == 't' || *at == 'i' || *at == 'x'))
        for (int i = 0; i < TEXTS; i++)
            if (begins(at, end, texts[i]))
                return i;
    return -1;
}

/* Looks at every tag: which text elements are open at the end, and where the last comment begins. */
static bool text_open(Bytes before, const char **comment)
{
    bool open[TEXTS] = {false};
    for (const char *at = before.at; (at = tag(at, before.end)); at++) {
        const bool closes = before.end - at > 1 && at[1] == '/';
        const int element = text_element(at + 1 + closes, before.end);
        if (element >= 0)
            open[element] = !closes;
        else if (begins(at, before.end, "<!--"))
            *comment = at;
    }
    for (int i = 0; i < TEXTS; i++)
        if (open[i])
            return true;
    return false;
}

/* Whether the next tag of a text element closes it: it was open at the beginning. */
static bool closes_text(Bytes behind)
{
    static const char *const rests[] = {"cript", "CRIPT",   "tyle",    "TYLE", "extarea", "EXTAREA", "oscript",
                                        "OSCRIPT", "mp", "frame", "FRAME", "itle",    "ITLE"};
    for (const char *at = behind.at; (at = tag(at, behind.end)); at++) {
        const bool closes = behind.end - at > 1 && at[1] == '/';
        const char *name = at + 1 + closes;
        if (name >= behind.end || !*name || !strchr("sStTnNxiI", *name))
            continue;
        for (size_t i = 0; i < sizeof rests / sizeof *rests; i++)
            if (begins(name + 1, behind.end, rests[i]))
                return closes;
    }
    return false;
}

const char *hidden_at(Bytes page, const char *floor, const char *place)
{
    const char *comment = NULL;
    const bool open = text_open((Bytes){floor, place}, &comment);
    if (comment && !find((Bytes){comment + 2, place}, "-->", 3))
        return "a comment";
    return open || closes_text((Bytes){place, page.end}) ? "a script or a text element" : NULL;
}

/* The last '<', NULL where there is none. */
static const char *last_tag(const char *floor, const char *end)
{
    while (end > floor)
        if (*--end == '<')
            return end;
    return NULL;
}

/* Whether a tag that begins here is whole; its quoted values may hold anything. */
static bool is_whole(const char *at, const char *end)
{
    if (end - at < 2 || !(Py_ISALPHA(at[1]) || at[1] == '/' || at[1] == '!' || at[1] == '?'))
        return false;
    for (at += 2; at < end; at++) {
        if (*at == '>')
            return true;
        if (*at == '"' || *at == '\'') {
            at = memchr(at + 1, *at, (size_t)(end - at - 1));
            if (!at)
                return false;
        }
    }
    return false;
}

/* No attribute of interest is longer. */
enum { LONGEST_ATTRIBUTE = 4096 };

/* Whether a tag that another `<` stands in is not closed at the end: what follows that `<` may be part of an attribute. */
static bool is_split(const char *floor, const char *end)
{
    if (end - floor > LONGEST_ATTRIBUTE)
        floor = end - LONGEST_ATTRIBUTE;
    const char *at = memchr(floor, '<', (size_t)(end - floor)), *next;
    for (; at && (next = memchr(at + 1, '<', (size_t)(end - at - 1))); at = next)
        if ((Py_ISALPHA(at[1]) || at[1] == '/') && !memchr(at, '>', (size_t)(next - at)) && !is_whole(at, end))
            return true;
    return false;
}

bool in_tag(Bytes page, const char *floor, const char *end)
{
    const char *whole_end = end, *last = last_tag(floor, end);
    while (last && begins(last, page.end, "<!--")) {
        end = last;
        last = last_tag(floor, end);
    }
    return (last && !is_whole(last, end)) || is_split(floor, whole_end);
}

/* What a slice leaves open */

/* Elements that shape a page, by the alphabet; of those that are no boxes a slice may leave none open. */
static const struct {
    const char *name;
    bool box;
} shaping[] = {
    {"applet", false}, {"article", true}, {"caption", false}, {"div", true},   {"marquee", false},  {"math", false},
    {"object", false}, {"script", false}, {"section", true},  {"select", false}, {"style", false},  {"svg", false},
    {"table", true},   {"td", true},      {"template", false}, {"textarea", false}, {"tr", true},   {"ul", true},
};
enum { SHAPING = sizeof shaping / sizeof *shaping };

/* The element's number, -1 for those that shape nothing. */
static int shape(const char *at, const char *end, bool any_case)
{
    if (at == end || !Py_ISALPHA(*at) || !strchr("acdmostu", any_case ? Py_TOLOWER(*at) : *at))
        return -1;
    for (int i = 0; i < SHAPING; i++) {
        const char *name = shaping[i].name, *c = at;
        while (*name && c < end && (any_case ? Py_TOLOWER(*c) : *c) == *name)
            name++, c++;
        if (!*name)
            return i;
    }
    return -1;
}

typedef struct {
    Py_ssize_t open[SHAPING], comments;
} Tags;

/* Counts the tags; false for a page in upper case, unless any case was asked for. */
static bool count_tags(Bytes piece, bool any_case, Tags *tags)
{
    memset(tags, 0, sizeof *tags);
    for (const char *at = piece.at; (at = tag(at, piece.end)); at++) {
        const bool closes = piece.end - at > 1 && at[1] == '/';
        const char *name = at + 1 + closes;
        if (closes && !any_case && name < piece.end && (*name == 'D' || *name == 'T'))
            return false;
        const int element = shape(name, piece.end, any_case);
        if (element >= 0)
            tags->open[element] += closes ? -1 : 1;
        else if (begins(at, piece.end, "<!--"))
            tags->comments++;
    }
    return true;
}

/* Whether as many comments end. */
static bool all_end(Bytes piece, Py_ssize_t comments)
{
    while (comments > 0 && (piece.at = find(piece, "-->", 3))) {
        piece.at += 3;
        comments--;
    }
    return comments == 0;
}

Py_ssize_t left(Bytes piece)
{
    Tags tags;
    Py_ssize_t total = 0;
    if (!count_tags(piece, false, &tags))
        count_tags(piece, true, &tags);
    if (!all_end(piece, tags.comments))
        return -1;
    for (int i = 0; i < SHAPING; i++) {
        if (tags.open[i] < 0 || (tags.open[i] && !shaping[i].box))
            return -1;
        total += tags.open[i];
    }
    return total;
}

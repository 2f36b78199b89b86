/* Where the inside of an element ends that is no markup: of scripts, styles, titles and text fields. */
#include "plain.h"

/* Where an end tag of this name stands next, NULL where it does not; `less`: the first "<" is another. */
static const char *end_tag(const char *at, const char *end, Str name, bool *less)
{
    *less = false;
    while ((at = memchr(at, '<', (size_t)(end - at)))) {
        if ((size_t)(end - at) < name.length + 3)
            return NULL;
        if (at[1] == '/' && same_letters(at + 2, name.data, name.length) && ends_name(at[name.length + 2]))
            return at;
        *less = true;
        at++;
    }
    return NULL;
}

bool holds_word(const char *at, const char *end, const char *word)
{
    const size_t length = strlen(word);
    for (; (at = memchr(at, word[0], (size_t)(end - at))) && (size_t)(end - at) >= length; at++)
        if (same_letters(at, word, length))
            return true;
    return false;
}

static bool stands_at(const char *at, const char *end, const char *tag)
{
    const size_t length = strlen(tag);
    return (size_t)(end - at) > length && same_letters(at, tag, length) && ends_name(at[length]);
}

/* Where a script ends that may hold a comment with scripts inside, which then are counted; NULL where it does not. */
static const char *end_of_script(const char *at, const char *end)
{
    enum { BARE, COMMENTED, NESTED } state = BARE;
    for (; at < end; at++) {
        if (*at == '-') {
            if (end - at > 2 && at[1] == '-' && at[2] == '>')
                state = BARE;
        } else if (*at != '<') {
            continue;
        } else if (stands_at(at, end, "</script")) {
            if (state != NESTED)
                return at;
            state = COMMENTED;
        } else if (state == COMMENTED && stands_at(at, end, "<script")) {
            state = NESTED;
        } else if (state == BARE && end - at > 3 && !memcmp(at, "<!--", 4)) {
            state = COMMENTED;
            at++; /* "<!-->" is a whole comment */
        }
    }
    return NULL;
}

const char *end_of_raw(const char *at, const char *end, const Tag *tag, Str name)
{
    bool less;
    const char *closed = end_tag(at, end, name, &less);
    if (closed && less && tag == t.script && holds_word(at, closed, "<!--") && holds_word(at, closed, "<script"))
        return end_of_script(at, end);
    return closed;
}

/* The label of a page's encoding, where its first tag is written as usual: usual_label of charset.py, step by step. */
#include "scan_tags.h"

/* So many blanks may stand between two parts; so long is a label. */
enum { BLANKS = 4, LONGEST_LABEL = 40 };

/* Steps return the place behind what they match, NULL where it does not stand there, or where nothing is left to match. */

static const char *word(const char *at, const char *end, const char *text)
{
    return at && says(at, end, text) ? at + strlen(text) : NULL;
}

static const char *blanks(const char *at, const char *end, int least)
{
    const char *begin = at;
    while (at && at < end && *at == ' ' && at - begin < BLANKS)
        at++;
    return at && at - begin >= least ? at : NULL;
}

static const char *content_type(const char *at, const char *end)
{
    return word(at, end, "http-equiv=\"content-type\"");
}

/* Where the label begins. */
static const char *label_in(const char *at, const char *end)
{
    at = blanks(word(at, end, "<meta"), end, 1);
    const char *behind = word(at, end, "charset=\"");
    if (behind)
        return behind;
    behind = blanks(content_type(at, end), end, 1);
    return word(blanks(word(behind ? behind : at, end, "content=\"text/html;"), end, 0), end, "charset=");
}

static const char *end_of_label(const char *at, const char *end)
{
    const char *begin = at;
    while (at < end && at - begin < LONGEST_LABEL && (Py_ISALNUM(*at) || *at == '_' || *at == '-'))
        at++;
    return at > begin ? at : NULL;
}

/* Whether the tag ends as usual behind its label. */
static bool ends(const char *at, const char *end)
{
    if (!(at = word(at, end, "\"")))
        return false;
    const char *behind = content_type(blanks(at, end, 1), end);
    at = blanks(behind ? behind : at, end, 0);
    if (at < end && *at == '/')
        at++;
    return at < end && *at == '>';
}

/* Where the word first stands; NULL where it does not, or in another case before that. */
static const char *first(Bytes in, const char *text)
{
    const char *found = find(in, text, strlen(text));
    for (const char *at = in.at; found && at < found; at++)
        if ((*at | 0x20) == *text && says(at, in.end, text))
            return NULL;
    return found;
}

Bytes usual_label(Bytes opening)
{
    const Bytes none = {NULL, NULL};
    const char *place = first(opening, "charset"), *tag = place;
    while (tag && tag > opening.at && *tag != '<')
        tag--;
    if (!tag || *tag != '<')
        return none;
    const char *begin = label_in(tag, opening.end), *end = begin ? end_of_label(begin, opening.end) : NULL;
    if (!end || begin < place || !ends(end, opening.end) || ends_in_comment((Bytes){opening.at, tag}))
        return none;
    return (Bytes){begin, end};
}

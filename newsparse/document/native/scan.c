/*
 * newsparse.document._scan: what looks at a page's bytes, compiled.  Each function does what the one of the same
 * name does in Python (document/window.py), which says why.
 */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdbool.h>
#include <string.h>

/* A stretch of bytes. */
typedef struct {
    const char *at, *end;
} Bytes;

/* Searching */

enum { BLOCK = 64 };

/*
 * Where a word first stands, NULL where it does not.  A block is compared with the word's first and last byte, in a
 * loop that compilers make vector instructions of; only a block that has both is looked at byte by byte.
 */
static const char *find(Bytes in, const char *word, size_t length)
{
    if (!length)
        return in.at <= in.end ? in.at : NULL;
    const char *at = in.at;
    const char first = word[0], last = word[length - 1];
    while (in.end - at >= (Py_ssize_t)(length + BLOCK)) {
        const char *behind = at + length - 1;
        unsigned char any = 0;
        for (int i = 0; i < BLOCK; i++)
            any |= (unsigned char)((at[i] == first) & (behind[i] == last));
        for (int i = 0; any && i < BLOCK; i++)
            if (at[i] == first && behind[i] == last && memcmp(at + i, word, length) == 0)
                return at + i;
        at += BLOCK;
    }
    for (; in.end - at >= (Py_ssize_t)length; at++)
        if (*at == first && memcmp(at, word, length) == 0)
            return at;
    return NULL;
}

/* The next '<', NULL where there is none. */
static const char *tag(const char *at, const char *end)
{
    return at < end ? memchr(at, '<', (size_t)(end - at)) : NULL;
}

static bool begins(const char *at, const char *end, const char *word)
{
    const size_t length = strlen(word);
    return end - at >= (Py_ssize_t)length && memcmp(at, word, length) == 0;
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

static const char *hidden_at(Bytes page, const char *floor, const char *place)
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

static bool in_tag(Bytes page, const char *floor, const char *end)
{
    const char *last = last_tag(floor, end);
    while (last && begins(last, page.end, "<!--")) {
        end = last;
        last = last_tag(floor, end);
    }
    return last && !is_whole(last, end);
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

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

/* The element's number, -1 for those that shape nothing. */
static int shape(const char *at, const char *end, bool any_case)
{
    if (at == end || !Py_ISALPHA(*at) || !strchr("acdmostu", any_case ? lower(*at) : *at))
        return -1;
    for (int i = 0; i < SHAPING; i++) {
        const char *name = shaping[i].name, *c = at;
        while (*name && c < end && (any_case ? lower(*c) : *c) == *name)
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

static Py_ssize_t left(Bytes piece)
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

/* What Python calls */

/* Reads an argument of bytes; false where it is something else. */
static bool bytes_of(PyObject *data, Bytes *bytes)
{
    if (!PyBytes_Check(data)) {
        PyErr_SetString(PyExc_TypeError, "bytes expected");
        return false;
    }
    bytes->at = PyBytes_AS_STRING(data);
    bytes->end = bytes->at + PyBytes_GET_SIZE(data);
    return true;
}

/* Reads bytes and two places in them, the first not behind the second. */
static bool stretch_of(PyObject *const *args, Py_ssize_t count, Bytes *page, Bytes *stretch)
{
    if (count != 3) {
        PyErr_SetString(PyExc_TypeError, "bytes and two places expected");
        return false;
    }
    if (!bytes_of(args[0], page))
        return false;
    const Py_ssize_t begin = PyLong_AsSsize_t(args[1]), end = PyLong_AsSsize_t(args[2]);
    if (PyErr_Occurred())
        return false;
    if (begin < 0 || begin > end || end > page->end - page->at) {
        PyErr_SetString(PyExc_ValueError, "no places in the bytes");
        return false;
    }
    *stretch = (Bytes){page->at + begin, page->at + end};
    return true;
}

static PyObject *scan_find(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    Bytes page, word;
    if (count != 3) {
        PyErr_SetString(PyExc_TypeError, "find(data, word, at)");
        return NULL;
    }
    if (!bytes_of(args[0], &page) || !bytes_of(args[1], &word))
        return NULL;
    const Py_ssize_t at = PyLong_AsSsize_t(args[2]);
    if (PyErr_Occurred())
        return NULL;
    if (at < 0) {
        PyErr_SetString(PyExc_ValueError, "no place in the bytes");
        return NULL;
    }
    if (at > page.end - page.at)
        return PyLong_FromLong(-1);
    const char *found = find((Bytes){page.at + at, page.end}, word.at, (size_t)(word.end - word.at));
    return PyLong_FromSsize_t(found ? found - page.at : -1);
}

static PyObject *scan_hidden_at(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    Bytes page, before;
    if (!stretch_of(args, count, &page, &before))
        return NULL;
    const char *where = hidden_at(page, before.at, before.end);
    return where ? PyUnicode_FromString(where) : Py_NewRef(Py_None);
}

static PyObject *scan_in_tag(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    Bytes page, before;
    if (!stretch_of(args, count, &page, &before))
        return NULL;
    return PyBool_FromLong(in_tag(page, before.at, before.end));
}

static PyObject *scan_left(PyObject *self, PyObject *data)
{
    Bytes piece;
    return bytes_of(data, &piece) ? PyLong_FromSsize_t(left(piece)) : NULL;
}

#define FAST(function) (PyCFunction)(void (*)(void))function, METH_FASTCALL

static PyMethodDef methods[] = {
    {"find", FAST(scan_find), "find(data, word, at): where the word stands next, -1 where it does not."},
    {"hidden_at", FAST(scan_hidden_at), "hidden_at(data, floor, place): what hides the place, or None."},
    {"in_tag", FAST(scan_in_tag), "in_tag(data, floor, end): whether a tag is not closed at the end."},
    {"left", scan_left, METH_O, "left(piece): how many elements it leaves open, -1 where it closes too many."},
    {NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT,
    .m_name = "newsparse.document._scan",
    .m_doc = "What looks at a page's bytes, compiled.",
    .m_size = -1,
    .m_methods = methods,
};

PyMODINIT_FUNC PyInit__scan(void)
{
    return PyModule_Create(&definition);
}

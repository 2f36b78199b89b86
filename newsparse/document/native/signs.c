/* The search for all words at once: document/signs.py says what it is for, and does the same for any engine. */
#include "signs.h"

/* The character at a place of UTF-8 text, and how many bytes it has; 0 bytes where the text ends in the middle of it. */
static uint32_t character_at(const char *at, const char *end, size_t *wide)
{
    const unsigned char *c = (const unsigned char *)at;
    if (*c < 0x80) {
        *wide = 1;
        return *c;
    }
    *wide = *c < 0xE0 ? 2 : *c < 0xF0 ? 3 : 4;
    if ((size_t)(end - at) < *wide) {
        *wide = 0;
        return 0;
    }
    if (*wide == 2)
        return (uint32_t)(*c & 0x1F) << 6 | (c[1] & 0x3F);
    if (*wide == 3)
        return (uint32_t)(*c & 0x0F) << 12 | (uint32_t)(c[1] & 0x3F) << 6 | (c[2] & 0x3F);
    return PLANE;
}

/* The place of a character among the heads, or the free one that it would have. */
static const Head *head_of(const Signs *table, uint32_t character)
{
    size_t at = (character * 2654435761u) >> 22;
    while (table->heads[at].character && table->heads[at].character != character)
        at = (at + 1) % HEADS;
    return &table->heads[at];
}

/* Whether a text ends with one of the closings. */
static bool closes(const Signs *table, Str text)
{
    if (!text.length)
        return false;
    size_t wide = 1;
    while (wide < text.length && wide < 4 && ((unsigned char)text.data[text.length - wide] & 0xC0) == 0x80)
        wide++;
    const char *last = text.data + text.length - wide, *end = table->closings + table->closing_length;
    for (const char *at = table->closings; (size_t)(end - at) >= wide; at++)
        if (!memcmp(at, last, wide))
            return true;
    return false;
}

static uint32_t pair_of(uint32_t first, uint32_t second)
{
    return (first * 2654435761u ^ second * 2246822519u) >> 16;
}

/* Whether the rest of the word stands there. */
static bool goes_on(const Word *word, Str rest, Eight begin)
{
    if (word->length > rest.length)
        return false;
    if (word->length >= 8)
        return word->begin == begin && !memcmp(rest.data + 8, word->rest + 8, word->length - 8);
    return !((word->begin ^ begin) & inside_of(word->length));
}

/* The classes of the words that begin with this character, of which the rest stands behind it. */
static Mask longer_words(const Signs *table, uint32_t character, Str rest)
{
    Mask found = 0;
    const Head *head = head_of(table, character);
    const Eight begin = eight_at(rest.data, rest.data + rest.length);
    for (const Word *word = &table->words[head->first], *last = word + head->count; word < last; word++)
        if (goes_on(word, rest, begin))
            found |= word->mask;
    return found;
}

Mask signs_in(const Signs *table, Str text)
{
    Mask found = closes(table, text) ? table->closed : 0;
    uint32_t before = 0;
    const char *end = text.data + text.length;
    for (const char *at = text.data, *next; at < end; at = next) {
        uint32_t character = (unsigned char)*at;
        next = at + 1;
        if (character >= 0x80) {
            size_t wide;
            character = character_at(at, end, &wide) % PLANE;
            if (!wide)
                break;
            next = at + wide;
        }
        const uint32_t pair = pair_of(before, character);
        found |= table->classes[table->kinds[table->parts[character / PART]][character % PART]];
        if (table->pairs[pair / 64] >> pair % 64 & 1)
            found |= longer_words(table, before, (Str){at, (size_t)(end - at)});
        before = character;
    }
    return found;
}

/* ---- Entering words ---- */

static bool refuse(const char *why)
{
    PyErr_SetString(PyExc_ValueError, why);
    return false;
}

/* Enters a word of one character. */
static bool enter_character(Signs *self, uint32_t character, Mask mask)
{
    unsigned char *part = &self->parts[character / PART];
    if (!*part) {
        void *kinds = self->part_count < UINT8_MAX ? PyMem_Realloc(self->kinds, (size_t)(self->part_count + 1) * PART) : NULL;
        if (!kinds)
            return refuse("too many words of one character");
        self->kinds = kinds;
        memset(self->kinds[self->part_count], 0, PART);
        *part = (unsigned char)self->part_count++;
    }
    unsigned char *kind = &self->kinds[*part][character % PART];
    mask |= self->classes[*kind];
    int same = 1;
    while (same < self->kind_count && self->classes[same] != mask)
        same++;
    if (same == KINDS)
        return refuse("words of one character in too many classes");
    if (same == self->kind_count)
        self->classes[self->kind_count++] = mask;
    *kind = (unsigned char)same;
    return true;
}

/* Enters a longer word, without its first character; those with the same one follow each other. */
static bool enter_word(Signs *self, uint32_t character, Str rest, Mask mask)
{
    Head *head = (Head *)head_of(self, character);
    if (!head->character) {
        /* A full table would be searched forever. */
        if (++self->head_count > HEADS * 3 / 4)
            return refuse("the words begin with too many characters");
        *head = (Head){(uint16_t)character, (uint16_t)self->count, 0};
    }
    if (head->first + head->count != self->count)
        return refuse("the words are not in order");
    head->count++;
    size_t wide;
    const uint32_t pair = pair_of(character, character_at(rest.data, rest.data + rest.length, &wide) % PLANE);
    self->pairs[pair / 64] |= (Mask)1 << pair % 64;
    self->words[self->count++] = (Word){eight_at(rest.data, rest.data + rest.length), mask, rest.data, rest.length};
    return true;
}

static bool enter(Signs *self, PyObject *text, PyObject *mask)
{
    Py_ssize_t length;
    size_t wide;
    const char *data = PyUnicode_AsUTF8AndSize(text, &length);
    const Mask bits = data ? PyLong_AsUnsignedLongLong(mask) : 0;
    if (PyErr_Occurred())
        return false;
    const uint32_t character = length ? character_at(data, data + length, &wide) : 0;
    if (!character || character >= PLANE)
        return refuse("a word that begins with no character of the basic plane");
    const Str rest = {data + wide, (size_t)length - wide};
    return rest.length ? enter_word(self, character, rest, bits) : enter_character(self, character, bits);
}

static PyObject *signs_new(PyTypeObject *type, PyObject *args, PyObject *keywords)
{
    PyObject *words, *closings, *closed;
    if (!PyArg_ParseTuple(args, "O!UO!", &PyTuple_Type, &words, &closings, &PyLong_Type, &closed))
        return NULL;
    const Py_ssize_t count = PyTuple_GET_SIZE(words);
    Signs *self = (Signs *)type->tp_alloc(type, 0);
    if (!self)
        return NULL;
    self->kept = PyTuple_Pack(2, words, closings);
    Py_ssize_t closing_length = 0;
    self->closings = self->kept ? PyUnicode_AsUTF8AndSize(closings, &closing_length) : NULL;
    self->closing_length = (size_t)closing_length;
    self->closed = self->closings ? PyLong_AsUnsignedLongLong(closed) : 0;
    if (PyErr_Occurred()) {
        Py_DECREF(self);
        return NULL;
    }
    self->words = count > UINT16_MAX ? NULL : PyMem_Calloc((size_t)count + 1, sizeof *self->words);
    self->kinds = PyMem_Calloc(1, sizeof *self->kinds);
    self->part_count = self->kind_count = 1; /* the first of each: nothing */
    if (!self->words || !self->kinds)
        PyErr_SetString(PyExc_ValueError, "too many words");
    for (Py_ssize_t i = 0; self->words && self->kinds && i < count; i++) {
        PyObject *text, *mask;
        if (!PyArg_ParseTuple(PyTuple_GET_ITEM(words, i), "UO!", &text, &PyLong_Type, &mask) || !enter(self, text, mask))
            break;
    }
    if (!PyErr_Occurred())
        return (PyObject *)self;
    Py_DECREF(self);
    return NULL;
}

static void signs_dealloc(Signs *self)
{
    Py_XDECREF(self->kept);
    PyMem_Free(self->words);
    PyMem_Free(self->kinds);
    Py_TYPE(self)->tp_free(self);
}

PyTypeObject SignsType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "newsparse.document._native.Signs",
    .tp_doc = "Signs(words, closings, closed): finds words in lines; each is a pair of the word and the bits of its classes, in their characters' order.",
    .tp_basicsize = sizeof(Signs),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_new = signs_new,
    .tp_dealloc = (destructor)signs_dealloc,
};

/* Eight bytes looked at at once: where the first of some characters stands is found without a branch for each byte. */
#ifndef NEWSPARSE_BYTES_H
#define NEWSPARSE_BYTES_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* The first byte is the lowest. */
typedef uint64_t Eight;

#define EACH(byte) (UINT64_C(0x0101010101010101) * (byte))

/* The bytes at a place, zeros behind the end. */
static inline Eight eight_at(const char *at, const char *end)
{
    Eight eight = 0;
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    if (end - at >= 8)
        memcpy(&eight, at, 8);
    else
#endif
        for (int i = 0; i < 8 && at + i < end; i++)
            eight |= (Eight)(unsigned char)at[i] << 8 * i;
    return eight;
}

/* Marks of bytes below one, and of those that are one; the lowest mark is right, those above it may not be. */
static inline Eight less_than(Eight eight, unsigned char byte)
{
    return (eight - EACH(byte)) & ~eight & EACH(0x80);
}

static inline Eight equal_to(Eight eight, unsigned char byte)
{
    return less_than(eight ^ EACH(byte), 1);
}

/* The place of the lowest mark, of which there must be one. */
static inline int first_of(Eight marks)
{
#if defined(__GNUC__)
    return __builtin_ctzll(marks) / 8;
#else
    int place = 0;
    for (; !(marks & 0x80); marks >>= 8)
        place++;
    return place;
#endif
}

/* The bytes of a text that is so long. */
static inline Eight inside_of(size_t length)
{
    return length < 8 ? ((Eight)1 << 8 * length) - 1 : ~(Eight)0;
}

/* Its letters in lower case; signs may become other signs, and control characters signs or digits. */
static inline Eight in_lower_case(Eight eight, size_t length)
{
    return (eight | EACH(0x20)) & inside_of(length);
}

/* Whether all bytes are a blank, a tab, a line feed, a form feed or a carriage return. */
static inline bool all_blank(Eight eight)
{
    const Eight low = EACH(0x7F), high = EACH(0x80);
    if ((((eight & low) + EACH(0x7F - ' ')) | eight) & high)
        return false;
    /* None has its highest bit, nor has it here unless it is none of these. */
    const Eight other = ((eight ^ EACH(' ')) + low) & ((eight ^ EACH('\t')) + low) & ((eight ^ EACH('\n')) + low) & ((eight ^ EACH('\f')) + low) &
                        ((eight ^ EACH('\r')) + low);
    return !(other & high);
}

#endif

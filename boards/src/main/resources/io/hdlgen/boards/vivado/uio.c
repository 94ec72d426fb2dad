/*
 *   cc -std=c99 -O2 -I../../../c -o @top@ @top@_uio.c
 *   ./@top@ /dev/uio0 < codes.csv
 *   ./@top@ /dev/mem @address@ < codes.csv
 *
 * A line of codes, separated by commas or blanks, gives a line: the class, if there is one, and the
 * scores. The second form maps physical memory, as root, where the kernel knows no device.
 */
#define _POSIX_C_SOURCE 200809L
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "@top@_registers.h"

#define LENGTH @length@u

static const int has_class = @class@;
static const int32_t least[@TOP@_FEATURES] = {@least@};
static const int32_t most[@TOP@_FEATURES] = {@most@};

/* The codes of a line; 0 where it does not hold as many, or one is out of its range. */
static int parse(const char *line, int32_t *codes)
{
    int i;
    for (i = 0; i < @TOP@_FEATURES; i++) {
        char *end;
        long code = strtol(line, &end, 10);
        if (end == line || code < least[i] || code > most[i]) {
            return 0;
        }
        codes[i] = (int32_t)code;
        line = end + strspn(end, ", \t\r\n");
    }
    return *line == '\0';
}

static void infer(volatile uint32_t *base, const int32_t *codes)
{
    int class = @top@_infer(base, codes);
    int k;
    if (has_class) {
        printf("%d", class);
    }
    for (k = 0; k < @TOP@_READABLE_SCORES; k++) {
        printf(k > 0 || has_class ? ",%lld" : "%lld", @score@);
    }
    printf("\n");
}

int main(int argc, char **argv)
{
    static int32_t codes[@TOP@_FEATURES];
    static char line[16 * @TOP@_FEATURES + 16];
    long number = 0;
    off_t offset = argc > 2 ? (off_t)strtoll(argv[2], NULL, 0) : 0;
    int device;
    void *memory;
    volatile uint32_t *base;
    if (argc < 2) {
        fprintf(stderr, "usage: %s DEVICE [ADDRESS] < codes.csv\n", argv[0]);
        return 2;
    }
    device = open(argv[1], O_RDWR | O_SYNC);
    if (device < 0) {
        perror(argv[1]);
        return 1;
    }
    memory = mmap(NULL, LENGTH, PROT_READ | PROT_WRITE, MAP_SHARED, device, offset);
    if (memory == MAP_FAILED) {
        perror(argv[1]);
        return 1;
    }
    base = (volatile uint32_t *)memory;
    if (@top@_read(base, @TOP@_ID) != @TOP@_ID_VALUE
        || @top@_read(base, @TOP@_VERSION) != @TOP@_VERSION_VALUE) {
        fprintf(stderr, "%s: no design of hdlgen there\n", argv[1]);
        return 1;
    }
    while (fgets(line, (int)sizeof line, stdin) != NULL) {
        number++;
        if (!parse(line, codes)) {
            fprintf(stderr, "line %ld: expected %d codes in their ranges\n", number, @TOP@_FEATURES);
            return 2;
        }
        infer(base, codes);
    }
    return 0;
}

package io.tradelane.mappings.fuzz;

import java.util.random.RandomGenerator;

/** The pieces of a syntax, on which a mutation works. */
enum Grain {
    DELIMITED {
        @Override
        byte[] mutate(byte[] bytes, RandomGenerator random) {
            return SegmentMutation.mutate(bytes, random);
        }
    },
    XML {
        @Override
        byte[] mutate(byte[] bytes, RandomGenerator random) {
            return XmlMutation.mutate(bytes, random);
        }
    },
    JSON {
        @Override
        byte[] mutate(byte[] bytes, RandomGenerator random) {
            return JsonMutation.mutate(bytes, random);
        }
    },
    ZIP {
        @Override
        byte[] mutate(byte[] bytes, RandomGenerator random) {
            return ZipMutation.mutate(bytes, random);
        }
    };

    abstract byte[] mutate(byte[] bytes, RandomGenerator random);

    /** One change in so many is one of bytes; of what breaks at once with any of them, of few. */
    private int bytes() {
        return this == ZIP || this == JSON ? 12 : 3;
    }

    /** One to four changes, of bytes or of the syntax's pieces; of a few mutants the second half is another file's. */
    byte[] mutant(byte[] seed, byte[] other, RandomGenerator random) {
        byte[] mutant = random.nextInt(40) == 0 ? ByteMutation.spliced(seed, other, random) : seed;
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            mutant = mutant.length == 0 || random.nextInt(bytes()) == 0 ? ByteMutation.mutate(mutant, random) : mutate(mutant, random);
        }
        return mutant;
    }
}

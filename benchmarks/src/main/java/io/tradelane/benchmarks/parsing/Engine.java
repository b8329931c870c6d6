package io.tradelane.benchmarks.parsing;

/** One way to read an interchange of ORDERS. */
interface Engine {

    String name();

    /** What it does with the message. */
    String work();

    /** @return order lines seen, so that nobody is faster by reading less */
    int read(byte[] interchange) throws Exception;
}

package org.wirebell.app.station;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * One memory for all state stores of this process. By itself Kafka Streams gives each store of each partition up to 98 MB of its own.
 * After "Bounded memory" in Kafka's guide to memory management.
 */
public final class StoreMemory implements RocksDBConfigSetter {
    private static final long ALL = 72L << 20;
    /** Of it what was written last. */
    private static final long WRITTEN = 36L << 20;

    private static final long WRITTEN_OF_ONE = 2L << 20;
    private static final double INDEX_SHARE = 0.3;
    /** Most keys that copies ask for are in no store: a filter says so for a tenth of the bytes written. */
    private static final double FILTER = 0.1;

    static {
        org.rocksdb.RocksDB.loadLibrary();
    }

    private static final Cache CACHE = new LRUCache(ALL, -1, false, INDEX_SHARE);
    private static final WriteBufferManager BUFFERS = new WriteBufferManager(WRITTEN, CACHE);

    /** The settings of Kafka with this among them, unless they name another. */
    static Map<String, Object> in(Map<String, Object> kafka) {
        var all = new HashMap<String, Object>();
        all.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, StoreMemory.class);
        all.putAll(kafka);
        return all;
    }

    @Override
    public void setConfig(String store, Options options, Map<String, Object> settings) {
        var table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        table.setCacheIndexAndFilterBlocksWithHighPriority(true);
        table.setPinTopLevelIndexAndFilter(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(BUFFERS);
        options.setWriteBufferSize(WRITTEN_OF_ONE);
        options.setMemtablePrefixBloomSizeRatio(FILTER);
        options.setMemtableWholeKeyFiltering(true);
    }

    @Override
    public void close(String store, Options options) {
        // the memory is for all stores and stays
    }
}

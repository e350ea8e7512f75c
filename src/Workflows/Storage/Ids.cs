namespace CaseMgmt.Workflows.Storage;

/// <summary>
/// Time-ordered row ids of 53 bits, exact in JavaScript: 41 bits of milliseconds since 2025, 4 bits of host number, 8 bits of counter.
/// Monotonic in one process also when the clock steps back. Host numbers come from a lease; SQLite has one host, number 0.
/// </summary>
public sealed class Ids(TimeProvider time, int host = 0)
{
    private static readonly DateTime Epoch = new(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private readonly Lock gate = new();
    private long lastTick;
    private int counter;

    public long Next()
    {
        lock (gate)
        {
            var tick = (long)(time.GetUtcNow().UtcDateTime - Epoch).TotalMilliseconds;
            if (tick > lastTick)
            {
                (lastTick, counter) = (tick, 0);
            }
            else if (++counter > 255)
            {
                (lastTick, counter) = (lastTick + 1, 0);
            }

            return (((lastTick << 4) | (long)(host & 15)) << 8) | (long)counter;
        }
    }
}

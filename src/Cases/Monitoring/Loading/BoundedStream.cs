namespace CaseMgmt.Cases.Monitoring.Loading;

/// <summary>
/// Reads what an archive unpacks to, counting: an archive is small and may unpack to anything, and what it says about its own sizes is not believed.
/// </summary>
public sealed class BoundedStream(Stream inner, long limit, Action exceeded) : Stream
{
    /// <summary>Tables pack to a tenth, rows of zeros to a fiftieth; what packs better is no data.</summary>
    private const int MostRatio = 200;
    private const long AlwaysAllowed = 64L << 20;
    private long total;

    /// <summary>What an archive of this length may unpack to.</summary>
    public static long Allowed(long packed) => Math.Max(AlwaysAllowed, packed * MostRatio);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => total;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Counted(inner.Read(buffer, offset, count));

    public override int Read(Span<byte> buffer) => Counted(inner.Read(buffer));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => Counted(await inner.ReadAsync(buffer, cancellationToken));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Counted(int read)
    {
        total += read;
        if (total > limit)
        {
            exceeded();
        }

        return read;
    }
}

using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CaseMgmt.Workflows.Storage;

/// <summary>
/// The arithmetic of the hash chain, pure. Each field is preceded by its length, so that no two different entries give the same bytes.
/// </summary>
public static class HistoryChain
{
    /// <summary>The hash before the first entry of every chain.</summary>
    public static readonly byte[] Start = new byte[32];

    public static byte[] Hash(ReadOnlySpan<byte> previous, HistoryRow row)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        buffer.Write(previous);
        Field(buffer, row.Subject);
        Field(buffer, row.Seq.ToString(CultureInfo.InvariantCulture));
        Field(buffer, Instant(row.RecordedAt));
        Field(buffer, row.Actor);
        Field(buffer, row.Kind);
        Field(buffer, row.Data);
        return SHA256.HashData(buffer.WrittenSpan);
    }

    /// <summary>What the chain covers of a personal value.</summary>
    public static string PersonalHash(ReadOnlySpan<byte> salt, string value)
    {
        var buffer = new ArrayBufferWriter<byte>(64);
        buffer.Write(salt);
        Field(buffer, value);
        return Convert.ToHexStringLower(SHA256.HashData(buffer.WrittenSpan));
    }

    /// <summary>The root after one more day: previous root, then each changed head in the order of its subject.</summary>
    public static byte[] Root(ReadOnlySpan<byte> previous, long number, DateTime sealedAt, IEnumerable<HistoryLeafRow> leaves)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new ArrayBufferWriter<byte>(256);
        buffer.Write(previous);
        Field(buffer, number.ToString(CultureInfo.InvariantCulture));
        Field(buffer, Instant(sealedAt));
        hash.AppendData(buffer.WrittenSpan);
        foreach (var leaf in leaves.OrderBy(leaf => leaf.Subject, StringComparer.Ordinal))
        {
            buffer.Clear();
            Field(buffer, leaf.Subject);
            Field(buffer, leaf.Entries.ToString(CultureInfo.InvariantCulture));
            buffer.Write(leaf.Hash);
            hash.AppendData(buffer.WrittenSpan);
        }

        return hash.GetHashAndReset();
    }

    /// <summary>Databases keep at least milliseconds; the chain counts no more, so that every provider gives back what was hashed.</summary>
    public static DateTime Rounded(DateTime instant) => new(instant.Ticks - (instant.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);

    private static string Instant(DateTime instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static void Field(ArrayBufferWriter<byte> buffer, string text)
    {
        var count = Encoding.UTF8.GetByteCount(text);
        BinaryPrimitives.WriteInt32BigEndian(buffer.GetSpan(4), count);
        buffer.Advance(4);
        Encoding.UTF8.GetBytes(text, buffer.GetSpan(count));
        buffer.Advance(count);
    }
}

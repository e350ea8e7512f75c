using System.Security.Cryptography;

namespace CaseMgmt.Cases.Monitoring.Loading;

/// <summary>A file of the delivery: its hash and its format, found in one pass over its bytes.</summary>
/// <param name="Format">"utf-8", "gb18030", "utf-16", "utf-16BE" or "xlsx".</param>
public sealed record SourceFile(string Path, string Table, long Length, string Hash, string Format)
{
    public const string Xlsx = "xlsx";
    private const int Block = 1 << 20;

    public string Name => System.IO.Path.GetFileName(Path);

    public static SourceFile Inspect(string path)
    {
        using var file = Open(path);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (buffer, encoding) = (new byte[Block], new TextEncoding());
        for (int read; (read = file.ReadAtLeast(buffer, Block, throwOnEndOfStream: false)) > 0;)
        {
            hash.AppendData(buffer, 0, read);
            encoding.Add(buffer.AsSpan(0, read));
        }

        var format = path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) ? Xlsx : encoding.Name;
        return new SourceFile(path, System.IO.Path.GetFileNameWithoutExtension(path).ToLowerInvariant(), file.Length, Convert.ToHexStringLower(hash.GetHashAndReset()), format);
    }

    /// <summary>The records, and what has to be closed after them.</summary>
    public (IRecords Records, IDisposable Opened) Read()
    {
        if (Format == Xlsx)
        {
            var sheet = XlsxRecords.Open(Path);
            return (sheet, sheet);
        }

        var text = TextEncoding.Utf8Of(Open(Path), Format);
        return (new CsvRecords(text), text);
    }

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, Block, FileOptions.SequentialScan);
}

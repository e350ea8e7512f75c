using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;

namespace CaseMgmt.Cases.Monitoring.Loading;

/// <summary>A file of the delivery: its hash and its encoding, found in one pass over its bytes.</summary>
/// <param name="Encoding">"utf-8" or "gb18030".</param>
public sealed record SourceFile(string Path, string Table, long Length, string Hash, string Encoding)
{
    private const int Block = 1 << 20;

    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>The content as UTF-8 without byte order mark.</summary>
    public Stream OpenUtf8()
    {
        var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.Read, Block, FileOptions.SequentialScan);
        if (Encoding != "utf-8")
        {
            return System.Text.Encoding.CreateTranscodingStream(file, System.Text.Encoding.GetEncoding(Encoding), System.Text.Encoding.UTF8);
        }

        Span<byte> mark = stackalloc byte[3];
        var read = file.ReadAtLeast(mark, 3, throwOnEndOfStream: false);
        file.Position = read == 3 && mark.SequenceEqual(System.Text.Encoding.UTF8.Preamble) ? 3 : 0;
        return file;
    }

    /// <summary>Text that is not UTF-8 anywhere is taken for GB18030, the other encoding that Chinese marketing systems write.</summary>
    public static SourceFile Inspect(string path)
    {
        System.Text.Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (buffer, kept, valid) = (new byte[Block], 0, true);
        for (int read; (read = file.Read(buffer, kept, Block - kept)) > 0;)
        {
            hash.AppendData(buffer, kept, read);
            var text = buffer.AsSpan(0, kept + read);
            var tail = valid ? Incomplete(text) : 0;
            valid = valid && Utf8.IsValid(text[..^tail]);
            text[^tail..].CopyTo(buffer);
            kept = tail;
        }

        return new SourceFile(path, System.IO.Path.GetFileNameWithoutExtension(path), file.Length, Convert.ToHexStringLower(hash.GetHashAndReset()),
            valid && kept == 0 ? "utf-8" : "gb18030");
    }

    /// <summary>Bytes at the end of a block that begin a character which the next block ends.</summary>
    private static int Incomplete(ReadOnlySpan<byte> text)
    {
        for (var back = 1; back <= Math.Min(3, text.Length); back++)
        {
            var letter = text[^back];
            if ((letter & 0xC0) == 0xC0)
            {
                var needs = letter >= 0xF0 ? 4 : letter >= 0xE0 ? 3 : 2;
                return needs > back ? back : 0;
            }

            if (letter < 0x80)
            {
                return 0;
            }
        }

        return 0;
    }
}

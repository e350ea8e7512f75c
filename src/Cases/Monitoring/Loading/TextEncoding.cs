using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace CaseMgmt.Cases.Monitoring.Loading;

/// <summary>
/// Finds out in one pass how a text is encoded. A byte order mark decides; without one, text that is UTF-8 but for a few spoilt places stays UTF-8 (those cells are
/// refused one by one, instead of all Chinese turning into other Chinese), and what is not UTF-8 is GB18030, the other encoding that marketing systems write.
/// </summary>
public sealed class TextEncoding
{
    public const string Utf8Name = "utf-8";
    public const string Gb18030Name = "gb18030";
    private const int Enough = 100_000;
    private readonly byte[] tail = new byte[4];
    private int kept;
    private bool first = true;
    private string? marked;
    private int wide;
    private int wrong;

    /// <summary>Takes the next piece of the file.</summary>
    public void Add(ReadOnlySpan<byte> piece)
    {
        if (first)
        {
            (first, marked) = (false, Marked(piece));
        }

        if (marked is null && wrong < Enough)
        {
            Count(piece[Finish(piece)..]);
        }
    }

    /// <summary>The name of the encoding, after the last piece.</summary>
    public string Name => marked ?? (wrong == 0 || wide > wrong ? Utf8Name : Gb18030Name);

    /// <summary>The content as UTF-8 without byte order mark, from a stream at its beginning.</summary>
    public static Stream Utf8Of(Stream file, string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(name);
        Span<byte> head = stackalloc byte[4];
        var read = file.ReadAtLeast(head, 4, throwOnEndOfStream: false);
        var mark = name == Gb18030Name ? [0x84, 0x31, 0x95, 0x33] : encoding.Preamble;
        file.Position = !mark.IsEmpty && head[..read].StartsWith(mark) ? mark.Length : 0;
        return name == Utf8Name ? file : Encoding.CreateTranscodingStream(file, encoding, new UTF8Encoding(false));
    }

    private static string? Marked(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith(Encoding.UTF8.Preamble))
        {
            return Utf8Name;
        }

        if (head.StartsWith(Encoding.Unicode.Preamble) || head.StartsWith(Encoding.BigEndianUnicode.Preamble))
        {
            return head[0] == 0xFF ? "utf-16" : "utf-16BE";
        }

        var sample = head[..Math.Min(head.Length, 512)];
        var (even, odd) = (0, 0);
        for (var i = 0; i < sample.Length; i++)
        {
            (even, odd) = sample[i] != 0 ? (even, odd) : i % 2 == 0 ? (even + 1, odd) : (even, odd + 1);
        }

        return odd > sample.Length / 4 ? "utf-16" : even > sample.Length / 4 ? "utf-16BE" : null;
    }

    /// <summary>Ends the character that the piece before has begun; returns how many bytes of this piece it took.</summary>
    private int Finish(ReadOnlySpan<byte> piece)
    {
        if (kept == 0)
        {
            return 0;
        }

        Span<byte> joint = stackalloc byte[8];
        tail.AsSpan(0, kept).CopyTo(joint);
        var more = Math.Min(4, piece.Length);
        piece[..more].CopyTo(joint[kept..]);
        var used = Tally(joint[..(kept + more)], out _);
        var taken = Math.Max(0, used - kept);
        kept = 0;
        return taken;
    }

    /// <summary>Counts characters of three bytes and more, which other encodings hardly ever form by chance, and places that are no UTF-8.</summary>
    private void Count(ReadOnlySpan<byte> text)
    {
        if (wide >= Enough && Utf8.IsValid(text))
        {
            return;
        }

        for (int at; (at = text.IndexOfAnyInRange((byte)0x80, (byte)0xFF)) >= 0;)
        {
            text = text[at..];
            var used = Tally(text, out var torn);
            if (torn)
            {
                text.CopyTo(tail);
                kept = text.Length;
                return;
            }

            text = text[used..];
        }
    }

    private int Tally(ReadOnlySpan<byte> text, out bool torn)
    {
        var status = Rune.DecodeFromUtf8(text, out _, out var used);
        torn = status == OperationStatus.NeedMoreData;
        wide += status == OperationStatus.Done && used > 2 ? 1 : 0;
        wrong += status == OperationStatus.InvalidData ? 1 : 0;
        return used;
    }
}

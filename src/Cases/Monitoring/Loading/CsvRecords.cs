namespace CaseMgmt.Cases.Monitoring.Loading;

/// <summary>
/// Reads RFC 4180 records from UTF-8 bytes without making strings. The fields point into one buffer and live until the next record.
/// Quoted fields may hold separators, line ends and doubled quotes; lines may end in CRLF, LF or CR alone. A record that cannot be read costs its first
/// line only: the next one is looked for behind it.
/// </summary>
public sealed class CsvRecords(Stream stream) : IRecords
{
    private const int MaxRecord = 1 << 20;
    private readonly List<Field> fields = [];
    private byte[] buffer = new byte[1 << 17];
    private int start;
    private int end;
    private bool finished;
    private bool broken;
    private bool quoted;
    private bool? carriageReturns;
    private long nextLine = 1;

    public long Line { get; private set; }

    public int Count => fields.Count;

    public long BytesRead { get; private set; }

    public ReadOnlySpan<byte> this[int index] => fields[index] is { Own: { } own } ? own : buffer.AsSpan(fields[index].Start, fields[index].Length);

    public bool Read()
    {
        if (broken)
        {
            SkipLine();
        }

        while (true)
        {
            fields.Clear();
            Line = nextLine;
            quoted = false;
            var (length, lines) = Scan();
            if (length >= 0)
            {
                start += length;
                nextLine += lines;
                if (fields.Count == 1 && fields[0].Length == 0)
                {
                    continue; // an empty line is no record
                }

                return true;
            }

            if (!Fill())
            {
                return false;
            }
        }
    }

    /// <summary>Splits the record at <see cref="start"/>. A negative length says that the buffer ends inside it.</summary>
    private (int Length, int Lines) Scan()
    {
        if (start == end && finished)
        {
            return (-1, 0);
        }

        var (at, lines) = (start, 0);
        while (true)
        {
            if (at < end && buffer[at] == '"')
            {
                var close = Unquote(at, ref lines);
                if (close < 0)
                {
                    quoted = true;
                    return finished ? throw Broken("quote-open") : (-1, 0);
                }

                at = close;
            }
            else
            {
                var stop = buffer.AsSpan(at, end - at).IndexOfAny((byte)',', (byte)'\n');
                if (stop < 0 && !finished)
                {
                    return (-1, 0);
                }

                var to = stop < 0 ? end : at + stop;
                var ends = to == end || buffer[to] == '\n';
                fields.Add(new Field(at, to - at - (ends && to > at && buffer[to - 1] == '\r' ? 1 : 0), null));
                at = to;
            }

            if (at >= end && !finished)
            {
                return (-1, 0);
            }

            if (at >= end || buffer[at] == '\n')
            {
                return (Math.Min(at + 1, end) - start, lines + 1);
            }

            at++;
        }
    }

    /// <summary>Adds the content of a quoted field; returns the place of the separator after it, or -1 if the buffer ends first.</summary>
    private int Unquote(int quote, ref int lines)
    {
        var close = CloseOf(quote + 1, out var doubled);
        if (close < 0 || (close + 1 >= end && !finished))
        {
            return -1;
        }

        var after = close + 1;
        if (after < end && buffer[after] == '\r')
        {
            after++;
        }

        if (after < end && buffer[after] is not ((byte)',' or (byte)'\n'))
        {
            throw Broken("quote-text");
        }

        var content = buffer.AsSpan(quote + 1, close - quote - 1);
        lines += content.Count((byte)'\n');
        fields.Add(new Field(quote + 1, content.Length, doubled ? Collapse(content) : null));
        return after;
    }

    private int CloseOf(int from, out bool doubled)
    {
        doubled = false;
        for (var at = from; ; at += 2)
        {
            var found = buffer.AsSpan(at, end - at).IndexOf((byte)'"');
            if (found < 0)
            {
                return -1;
            }

            at += found;
            if (at + 1 >= end || buffer[at + 1] != '"')
            {
                return at;
            }

            doubled = true;
        }
    }

    /// <summary>A copy with doubled quotes made single. Never in place: the record may be scanned again after a refill.</summary>
    private static byte[] Collapse(ReadOnlySpan<byte> content)
    {
        var text = new List<byte>(content.Length);
        for (var at = 0; at < content.Length; at++)
        {
            text.Add(content[at]);
            at += content[at] == '"' ? 1 : 0;
        }

        return [.. text];
    }

    private bool Fill()
    {
        if (finished)
        {
            return false;
        }

        if (end - start > MaxRecord)
        {
            throw Broken(quoted ? "quote-open" : "record-too-long");
        }

        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }

        if (end == buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var read = stream.Read(buffer, end, buffer.Length - end);
        EndLines(buffer.AsSpan(end, read));
        (end, finished, BytesRead) = (end + read, read == 0, BytesRead + read);
        return read > 0 || end > start;
    }

    /// <summary>A file whose first piece has carriage returns and no line feed ends its lines in them.</summary>
    private void EndLines(Span<byte> piece)
    {
        carriageReturns ??= !piece.Contains((byte)'\n') && piece.Contains((byte)'\r');
        if (carriageReturns.Value)
        {
            piece.Replace((byte)'\r', (byte)'\n');
        }
    }

    private RecordException Broken(string code)
    {
        broken = true;
        return new RecordException(Line, code);
    }

    private void SkipLine()
    {
        broken = false;
        do
        {
            var stop = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (stop >= 0)
            {
                (start, nextLine) = (start + stop + 1, nextLine + 1);
                return;
            }

            start = end;
        }
        while (Fill());
    }

    /// <summary>A field lies in the buffer, or has bytes of its own where quotes were doubled.</summary>
    private readonly record struct Field(int Start, int Length, byte[]? Own);
}

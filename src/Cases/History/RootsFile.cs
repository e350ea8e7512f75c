using System.Text.Encodings.Web;
using System.Text.Json;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.History;

/// <summary>One line of a roots file: a root, or one of the heads that the last root above it covers.</summary>
public sealed record RootsLine
{
    public long? Root { get; init; }

    public DateTime? SealedAt { get; init; }

    public string? Signature { get; init; }

    public string? KeyId { get; init; }

    public string? Subject { get; init; }

    public long? Entries { get; init; }

    public string Hash { get; init; } = "";
}

/// <summary>
/// The roots as a file, one JSON object a line, to be kept where nobody who can write the database can write: it is what a later verification
/// trusts. It holds no content of any case.
/// </summary>
public static class RootsFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes all roots, or those after <paramref name="afterRoot"/>; returns their number.</summary>
    public static async Task<int> WriteAsync(DbContext context, TextWriter to, long afterRoot = 0, CancellationToken cancellationToken = default)
    {
        var roots = await context.Set<HistoryRootRow>().AsNoTracking().Where(root => root.Number > afterRoot).OrderBy(root => root.Number).ToListAsync(cancellationToken);
        foreach (var root in roots)
        {
            await WriteLineAsync(to, new RootsLine
            {
                Root = root.Number,
                SealedAt = root.SealedAt,
                Hash = Convert.ToHexStringLower(root.Hash),
                Signature = Convert.ToHexStringLower(root.Signature),
                KeyId = root.KeyId,
            });
            await foreach (var leaf in context.Set<HistoryLeafRow>().AsNoTracking().Where(leaf => leaf.RootNumber == root.Number).AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                await WriteLineAsync(to, new RootsLine { Subject = leaf.Subject, Entries = leaf.Entries, Hash = Convert.ToHexStringLower(leaf.Hash) });
            }
        }

        return roots.Count;
    }

    /// <exception cref="InvalidDataException">A line is no JSON object of this format.</exception>
    public static IEnumerable<RootsLine> Read(TextReader from)
    {
        var number = 0;
        while (from.ReadLine() is { } line)
        {
            number++;
            if (line.Length > 0)
            {
                yield return Parse(line, number);
            }
        }
    }

    private static RootsLine Parse(string line, int number)
    {
        try
        {
            return JsonSerializer.Deserialize<RootsLine>(line, Json) is { Hash.Length: > 0 } parsed && IsHex(parsed.Hash) && IsHex(parsed.Signature ?? "")
                ? parsed
                : throw new JsonException("A hash is missing or no hash.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"Line {number} of the roots file is damaged.", exception);
        }
    }

    private static bool IsHex(string text) => text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit);

    private static Task WriteLineAsync(TextWriter to, RootsLine line) => to.WriteLineAsync(JsonSerializer.Serialize(line, Json));
}

namespace CaseMgmt.Host.Cli;

/// <summary>What followed the verb: positions and --options with a value. Every verb takes --data DIR.</summary>
public sealed class Arguments
{
    private readonly List<string> positions = [];
    private readonly Dictionary<string, string> options = new(StringComparer.Ordinal);

    public Arguments(IEnumerable<string> words)
    {
        using var word = words.GetEnumerator();
        while (word.MoveNext())
        {
            if (!word.Current.StartsWith("--", StringComparison.Ordinal))
            {
                positions.Add(word.Current);
                continue;
            }

            var (name, value) = Split(word.Current);
            if (value is null && !word.MoveNext())
            {
                throw new UsageException($"{name} needs a value.");
            }

            if (!options.TryAdd(name, value ?? word.Current))
            {
                throw new UsageException($"{name} is given twice.");
            }
        }
    }

    public IReadOnlyList<string> Positions => positions;

    public Places Places => new(Option("--data") ?? Places.DefaultData);

    public string? Option(string name) => options.GetValueOrDefault(name);

    public string Position(int index, string what) => index < positions.Count ? positions[index] : throw new UsageException($"{what} is missing.");

    /// <summary>The position as an existing folder; anything else is a wrong call.</summary>
    public string Folder(int index, string what) => Position(index, what) is var path && Directory.Exists(path)
        ? path
        : throw new UsageException($"There is no folder \"{path}\".");

    /// <summary>The position as an existing file.</summary>
    public string File(int index, string what) => Position(index, what) is var path && System.IO.File.Exists(path)
        ? path
        : throw new UsageException($"There is no file \"{path}\".");

    /// <summary>The option as a file that can be written: asked before the work, not after it.</summary>
    public string? Target(string name) => Option(name) switch
    {
        null => null,
        var path when Directory.Exists(path) => throw new UsageException($"{name} needs a file, and \"{path}\" is a folder."),
        var path when !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))) => throw new UsageException($"There is no folder \"{Path.GetDirectoryName(path)}\" for {name}."),
        var path => path,
    };

    /// <summary>Refuses options that the verb does not know and words that it has no use for, so that a typing error is never ignored.</summary>
    /// <param name="most">How many words beside the options the verb takes.</param>
    public Arguments Only(int most, params string[] known)
    {
        if (options.Keys.FirstOrDefault(name => name != "--data" && !known.Contains(name)) is { } unknown)
        {
            throw new UsageException($"Unknown option {unknown}.");
        }

        return positions.Count <= most ? this : throw new UsageException($"\"{positions[most]}\" is one word too many.");
    }

    private static (string Name, string? Value) Split(string word)
    {
        var at = word.IndexOf('=', StringComparison.Ordinal);
        return at < 0 ? (word, null) : (word[..at], word[(at + 1)..]);
    }
}

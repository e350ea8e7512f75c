using System.Collections.Concurrent;
using System.Globalization;

namespace CaseMgmt.Cases.Inbox;

/// <summary>The published forms, each read once. Versions are never edited, so a work item opened months ago still finds its form, and so does an answer.</summary>
/// <param name="read">Asks for a form that was not asked for before; null where there is none.</param>
public sealed class FormLibrary(Func<string, int, FormDefinition?> read)
{
    private readonly ConcurrentDictionary<(string Key, int Version), FormDefinition> known = new();

    /// <summary>Reads {folder}/{key}/v{n}.json; the place must say the same key and version as the content.</summary>
    public static FormLibrary Load(string folder)
    {
        var forms = Directory.GetFiles(folder, "v*.json", SearchOption.AllDirectories).Select(ReadFile).ToDictionary(form => (form.Key, form.Version));
        return new((key, version) => forms.GetValueOrDefault((key, version)));
    }

    public FormDefinition? Find(string key, int version)
    {
        if (known.TryGetValue((key, version), out var form))
        {
            return form;
        }

        return read(key, version) is { } found ? known.GetOrAdd((key, version), found) : null;
    }

    public FormDefinition Get(string key, int version) =>
        Find(key, version) ?? throw new KeyNotFoundException($"There is no form {key} version {version}.");

    private static FormDefinition ReadFile(string path)
    {
        var form = FormDefinition.Read(File.ReadAllText(path));
        var place = (Path.GetFileName(Path.GetDirectoryName(path)), Path.GetFileNameWithoutExtension(path));
        return place == (form.Key, "v" + form.Version.ToString(CultureInfo.InvariantCulture))
            ? form
            : throw new FormatException($"{path} says key {form.Key} version {form.Version}: its place says otherwise.");
    }
}

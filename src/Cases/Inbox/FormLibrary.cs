using System.Globalization;

namespace CaseMgmt.Cases.Inbox;

/// <summary>All published forms, read once at start. Versions are never edited, so a work item opened months ago still finds its form.</summary>
public sealed class FormLibrary(IEnumerable<FormDefinition> forms)
{
    private readonly Dictionary<(string Key, int Version), FormDefinition> byKey = forms.ToDictionary(form => (form.Key, form.Version));

    public IReadOnlyCollection<FormDefinition> All => byKey.Values;

    /// <summary>Reads {folder}/{key}/v{n}.json; the place must say the same key and version as the content.</summary>
    public static FormLibrary Load(string folder) =>
        new(Directory.GetFiles(folder, "v*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(ReadFile));

    public FormDefinition? Find(string key, int version) => byKey.GetValueOrDefault((key, version));

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

using System.Reflection;

namespace CaseMgmt.Cases.Monitoring.Model;

/// <summary>Reads the marketing schema and the themes that ship with the product, carried inside the assembly so that no working directory matters.</summary>
public static class EmbeddedText
{
    private static readonly Assembly Home = typeof(EmbeddedText).Assembly;

    public static IEnumerable<string> Names(string folder) =>
        Home.GetManifestResourceNames().Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    public static string Read(string name)
    {
        using var stream = Home.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The assembly carries no '{name}'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

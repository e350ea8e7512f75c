using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace CaseMgmt.Host.Tests.Designer;

/// <summary>What an Elsa server answered to Studio, lists cut to one entry. Studio is case sensitive, so a name is right exactly or it is missing.</summary>
public static class Recording
{
    public static JsonNode Answer(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder(), name + ".json")))!["responseBody"]!;

    /// <summary>Paths of members that the recording has and the answer lacks. Inside maps keyed by data (<paramref name="free"/>) nothing is compared.</summary>
    public static IEnumerable<string> Missing(JsonNode? recorded, JsonNode? answer, string path = "", params string[] free) => (recorded, answer) switch
    {
        (JsonObject left, JsonObject right) => left.Where(member => !free.Contains(member.Key)).SelectMany(member =>
            right.ContainsKey(member.Key) ? Missing(member.Value, right[member.Key], $"{path}.{member.Key}", free) : [$"{path}.{member.Key}"]),
        (JsonArray { Count: > 0 } left, JsonArray right) => right.Count == 0 ? [$"{path}[0]"] : Missing(left[0], right[0], path + "[0]", free),
        (JsonArray, JsonArray) => [],
        (JsonObject or JsonArray, _) => [$"{path} is no {recorded.GetValueKind()}"],
        _ => [],
    };

    /// <summary>Every recording there is.</summary>
    public static IEnumerable<string> Names() => Directory.GetFiles(Folder(), "*.json").Select(path => Path.GetFileNameWithoutExtension(path));

    /// <summary>The text of the calling test file.</summary>
    public static string SourceOf([CallerFilePath] string here = "") => File.ReadAllText(here);

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Recordings");
}

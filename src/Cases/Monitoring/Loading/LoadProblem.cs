using System.Text.Json;
using System.Text.Json.Serialization;
using CaseMgmt.Cases.Resources;

namespace CaseMgmt.Cases.Monitoring.Loading;

/// <summary>
/// One thing that is wrong with a delivery: the text "import.{code}" of the resource files with its arguments, put into words when somebody reads it.
/// Line and column are empty where the whole file is meant.
/// </summary>
public sealed record LoadProblem(string File, long? Line, string? Column, [property: JsonPropertyName("reason")] string Code, params IReadOnlyList<string>? Args)
{
    /// <summary>A warning does not stop the load.</summary>
    public bool Warning { get; init; }

    public static IReadOnlyList<LoadProblem> ReadAll(string json) => JsonSerializer.Deserialize<List<LoadProblem>>(json, JsonSerializerOptions.Web)!;

    /// <summary>Reads a line of a reject file; null for the torn last line of a load that is running or was killed.</summary>
    public static LoadProblem? ReadLine(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<LoadProblem>(line, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public string ToLine() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web) + "\n";

    /// <summary>The reason in words. Batches recorded before there were codes hold a sentence, which is shown as it is.</summary>
    public string Text(string language) => Texts.Has(language, "import." + Code) ? Texts.Get(language, "import." + Code, [.. Args ?? []]) : Code;
}

using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CaseMgmt.Cases.Monitoring.Rules;

/// <summary>
/// Reads the JSON of a theme, an indicator or a rule of data quality. What is wrong with it is told by code and place, as what is wrong with a rule is: the words of
/// the parser are in one language and name types of the program, which mean nothing to who wrote the file. Pure.
/// </summary>
public static class RuleFile
{
    public static T Parse<T>(string json, JsonSerializerOptions options) where T : class
    {
        CheckMembers(json, options.GetTypeInfo(typeof(T)));
        try
        {
            return JsonSerializer.Deserialize<T>(json, options)!;
        }
        catch (JsonException wrong)
        {
            throw new RuleException("content-value", null, PathOf(wrong));
        }
    }

    /// <summary>Whatever is refused meanwhile is told with the name of the file.</summary>
    public static T Named<T>(string file, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (RuleException wrong) when (wrong.Refusal.File is null)
        {
            throw new RuleException(wrong.Refusal with { File = file });
        }
    }

    private static void CheckMembers(string json, JsonTypeInfo type)
    {
        using var document = Document(json);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new RuleException("content-object");
        }

        var missing = type.Properties.Where(IsNeeded).Select(property => property.Name)
            .Where(name => !document.RootElement.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null).ToList();
        if (missing.Count > 0)
        {
            throw new RuleException("content-missing", null, string.Join(", ", missing));
        }
    }

    private static JsonDocument Document(string json)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException wrong)
        {
            throw new RuleException("content-syntax", null, (wrong.LineNumber ?? 0) + 1, (wrong.BytePositionInLine ?? 0) + 1);
        }
    }

    private static bool IsNeeded(JsonPropertyInfo property) => property.IsRequired || property.AssociatedParameter is { HasDefaultValue: false, IsNullable: false };

    // "$.parameters[0].min" is "parameters[0].min" to who wrote it.
    private static string PathOf(JsonException wrong) => wrong.Path?.TrimStart('$').TrimStart('.') is { Length: > 0 } path ? path : "/";
}

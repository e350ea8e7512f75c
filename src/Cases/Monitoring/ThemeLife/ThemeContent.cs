using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Monitoring.ThemeLife;

/// <summary>The content of a theme version as JSON: read, hashed and amended without losing members that this build does not know. Pure.</summary>
public static class ThemeContent
{
    /// <summary>What a person may change of a theme; what is left out stays, an empty day takes the bound away.</summary>
    public sealed record Changes(string? NameZh, string? NameEn, string? Specialty, string? Level, string? Frequency, string? Timing, string? PurposeZh, string? PurposeEn,
        string? Calibre, string? RuleSql, IReadOnlyList<ThemeParameter>? Parameters, IReadOnlyList<TwoLanguages>? Causes = null, IReadOnlyList<TwoLanguages>? Checks = null,
        string? Basis = null, string? CalibreEn = null, string? BasisEn = null,
        string? ValidFrom = null, string? ValidTo = null);

    /// <summary>The theme of a row under the row's own number.</summary>
    public static Theme Read(ThemeVersion row) => ThemeLibrary.Read(row.ContentJson) with { Version = row.Number };

    /// <summary>Of the canonical content without its number: the third version of a file with the words of the first is the first.</summary>
    public static string HashOf(string json)
    {
        var content = JsonNode.Parse(json)!.AsObject();
        content.Remove("version");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalJson.Text(content))));
    }

    /// <summary>A theme that nobody has written yet: its rule finds nothing.</summary>
    public static string Blank(string code) => new JsonObject
    {
        ["code"] = code, ["version"] = 1, ["nameZh"] = code, ["nameEn"] = code, ["specialty"] = "电价电费", ["level"] = "3", ["frequency"] = "月", ["timing"] = "事后",
        ["purposeZh"] = "", ["purposeEn"] = "", ["calibre"] = "", ["basis"] = "", ["parameters"] = new JsonArray(), ["causes"] = new JsonArray(), ["checks"] = new JsonArray(),
        ["rule"] = new JsonArray("SELECT c.org_no, c.cons_no AS obj_key, c.run_cap AS metric, c.contract_cap AS limit_v", "FROM cons c", "WHERE c.run_cap > c.contract_cap AND c.status = '0'"),
    }.ToJsonString();

    public static string Amend(string json, int number, Changes changes)
    {
        var content = JsonNode.Parse(json)!.AsObject();
        content["version"] = number;
        Set("nameZh", changes.NameZh);
        Set("nameEn", changes.NameEn);
        Set("specialty", changes.Specialty);
        Set("level", changes.Level);
        Set("frequency", changes.Frequency);
        Set("timing", changes.Timing);
        Set("purposeZh", changes.PurposeZh);
        Set("purposeEn", changes.PurposeEn);
        Set("calibre", changes.Calibre);
        Set("calibreEn", changes.CalibreEn);
        Set("basis", changes.Basis);
        Set("basisEn", changes.BasisEn);
        SetDay("validFrom", changes.ValidFrom);
        SetDay("validTo", changes.ValidTo);
        Put("rule", changes.RuleSql?.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()).ToList());
        Put("parameters", changes.Parameters);
        Put("causes", changes.Causes);
        Put("checks", changes.Checks);
        return CanonicalJson.Text(content);

        void Set(string member, string? value) => Put(member, value?.Trim());

        void SetDay(string member, string? day)
        {
            if (day is { Length: 0 })
            {
                content.Remove(member);
            }
            else
            {
                Put(member, day);
            }
        }

        void Put<T>(string member, T? value) where T : class
        {
            if (value is not null)
            {
                content[member] = JsonSerializer.SerializeToNode(value, JsonSerializerOptions.Web);
            }
        }
    }
}

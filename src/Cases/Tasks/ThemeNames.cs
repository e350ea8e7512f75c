namespace CaseMgmt.Cases.Tasks;

/// <summary>Chinese names of themes for titles of work orders; the code itself where a theme is not known.</summary>
public sealed class ThemeNames(IReadOnlyDictionary<string, string> byCode)
{
    public string NameZh(string code) => byCode.GetValueOrDefault(code, code);
}

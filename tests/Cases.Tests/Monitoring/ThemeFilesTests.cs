using CaseMgmt.Cases.Monitoring.Model;
using CaseMgmt.Cases.Monitoring.Themes;

namespace CaseMgmt.Cases.Tests.Monitoring;

/// <summary>A theme file tells the whole of itself, in both languages.</summary>
public sealed class ThemeFilesTests
{
    public static TheoryData<string> Codes => [.. ThemeLibrary.Shipped().Current.Select(theme => theme.Code)];

    [Fact]
    public void Library_Shipped_HasEightyThemesOfTenClasses()
    {
        var themes = ThemeLibrary.Shipped().Current;
        Assert.Equal(80, themes.Count);
        Assert.Equal(["CH", "DJ", "HT", "JL", "KF", "SC", "TD", "XS", "YJ", "YK"], themes.Select(theme => theme.Code[..2]).Distinct().Order());
        Assert.Equal(10, themes.Select(theme => theme.Specialty).Distinct().Count());
    }

    [Fact]
    public void Theme_EveryFile_HasARuleThatCompilesAndValuesWithinTheirBounds() =>
        Assert.All(EmbeddedText.Names("themes"), name => ThemeLibrary.Read(name, EmbeddedText.Read(name)));

    [Theory]
    [MemberData(nameof(Codes))]
    public void Theme_EveryText_StandsInBothLanguages(string code)
    {
        var theme = ThemeLibrary.Shipped().Find(code)!;
        Assert.All([theme.NameZh, theme.PurposeZh, theme.Calibre, theme.Basis], text => Assert.Matches(@"\p{IsCJKUnifiedIdeographs}|DL/T", text));
        Assert.All([theme.NameEn, theme.PurposeEn, theme.CalibreEn, theme.BasisEn], English);
        Assert.NotEmpty(theme.Causes);
        Assert.NotEmpty(theme.Checks);
        Assert.All([.. theme.Causes, .. theme.Checks, .. theme.Parameters.Select(parameter => parameter.Label)], text =>
        {
            Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", text.Zh);
            English(text.En);
        });
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Theme_NumberParameters_HaveBoundsAroundTheirValue(string code) =>
        Assert.All(ThemeLibrary.Shipped().Find(code)!.Parameters.Where(parameter => parameter.Value.ValueKind == System.Text.Json.JsonValueKind.Number), parameter =>
        {
            Assert.NotNull(parameter.Min);
            Assert.NotNull(parameter.Max);
            Assert.InRange(parameter.Value.GetDecimal(), parameter.Min.Value, parameter.Max.Value);
        });

    [Theory]
    [MemberData(nameof(Codes))]
    public void Theme_ItsParameters_AreAllUsedByTheRule(string code)
    {
        var theme = ThemeLibrary.Shipped().Find(code)!;
        Assert.All(theme.Parameters, parameter => Assert.Matches($@"@{parameter.Name}\b", theme.Sql));
    }

    [Theory]
    [InlineData("202305", false)]
    [InlineData("202306", true)]
    [InlineData("202605", true)]
    public void Theme_OfALaterPriceRule_DoesNotApplyToMonthsBefore(string ym, bool applies) =>
        Assert.Equal(applies, ThemeLibrary.Shipped().Find("DJ-19")!.AppliesTo(ym));

    private static void English(string? text)
    {
        Assert.False(string.IsNullOrWhiteSpace(text));
        Assert.DoesNotMatch(@"\p{IsCJKUnifiedIdeographs}", text);
    }
}

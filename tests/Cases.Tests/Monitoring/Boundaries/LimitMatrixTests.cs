using System.Text.Json;
using CaseMgmt.Cases.Monitoring.Rules;
using CaseMgmt.Cases.Monitoring.Screening;
using CaseMgmt.Cases.Monitoring.Themes;

namespace CaseMgmt.Cases.Tests.Monitoring.Boundaries;

/// <summary>
/// Every number that a theme compares with has a row exactly on it: a hundred-thousandth more or less, a day where the rule counts whole ones, and the theme finds other objects.
/// Which way the row on the limit itself goes is what the truth of the county, or the scene, says.
/// </summary>
public sealed class LimitMatrixTests(EdgeCounty county) : IClassFixture<EdgeCounty>
{
    private const decimal Least = 0.00001m;

    /// <summary>Numbers that the rule reports and does not compare with.</summary>
    internal static readonly Dictionary<string, string> Uncompared = new()
    {
        ["YK-04 rate"] = "share of the sample drawn from the orders; the rule tells them all",
        ["YK-05 rate"] = "share of the sample drawn from the orders; the rule tells them all",
    };

    public static TheoryData<string, string> Numbers
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (theme, parameter) in ThemeLibrary.Shipped().Current.SelectMany(theme => NumbersOf(theme).Select(parameter => (theme, parameter))).Where(each => !Uncompared.ContainsKey($"{each.theme.Code} {each.parameter.Name}")))
            {
                data.Add(theme.Code, parameter.Name);
            }

            return data;
        }
    }

    public static TheoryData<LimitScene> Days => [.. LimitScene.OfDays];

    [Theory, MemberData(nameof(Numbers))]
    public void Number_MovedByTheLeast_ChangesWhatIsFound(string code, string parameter)
    {
        var theme = ThemeLibrary.Shipped().Find(code)!;
        if (LimitScene.All.SingleOrDefault(scene => scene.Theme == code && scene.Parameter == parameter) is { } told)
        {
            Assert.Equal(told.Found, Told(told, With(theme, told.Others)));
            Assert.Contains(Beside(With(theme, told.Others), parameter), moved => Told(told, moved) != told.Found);
        }
        else
        {
            Assert.Contains(Beside(theme, parameter), moved => !Alike(moved).SequenceEqual(county.Keys(code)));
        }
    }

    [Theory, MemberData(nameof(Days))]
    public void Day_ExactlyTheLast_DecidesAsTold(LimitScene scene) => Assert.Equal(scene.Found, Told(scene, ThemeLibrary.Shipped().Find(scene.Theme)!));

    [Fact]
    public void Uncompared_EveryEntry_IsStillANumberOfItsTheme() =>
        Assert.All(Uncompared.Keys, key => Assert.Contains(NumbersOf(ThemeLibrary.Shipped().Find(key[..5])!), parameter => parameter.Name == key[6..]));

    internal static IEnumerable<ThemeParameter> NumbersOf(Theme theme) => theme.Parameters.Where(parameter => parameter.Value.ValueKind == JsonValueKind.Number);

    private static string Told(LimitScene told, Theme theme)
    {
        var scene = new Scene(told.Ym);
        told.Set(scene);
        return scene.Find(theme);
    }

    /// <summary>The theme with the number a little smaller and a little larger.</summary>
    private static IEnumerable<Theme> Beside(Theme theme, string parameter)
    {
        var value = theme.Parameters.Single(each => each.Name == parameter).Value.GetDecimal();
        var least = CountsWhole(theme, parameter) ? 1 : Least;
        return [With(theme, (parameter, value - least)), With(theme, (parameter, value + least))];
    }

    private static bool CountsWhole(Theme theme, string parameter)
    {
        try
        {
            RuleCompiler.Compile(theme.Sql, ThemeLibrary.Standard(EdgeCounty.Month, default).With(With(theme, (parameter, 1.5m))), RuleDialect.Sqlite);
            return false;
        }
        catch (RuleException)
        {
            return true;
        }
    }

    private static Theme With(Theme theme, params (string Name, decimal Value)[] values) => theme with
    {
        Parameters = [.. theme.Parameters.Select(each => values.Any(value => value.Name == each.Name) ? each with { Value = JsonSerializer.SerializeToElement(values.Single(value => value.Name == each.Name).Value) } : each)],
    };

    /// <summary>What the county's theme finds, the same on both databases.</summary>
    private IReadOnlyList<string> Alike(Theme theme)
    {
        using var embedded = county.Embedded();
        using var warehouse = county.Warehouse();
        var keys = county.Keys(theme, embedded);
        if (warehouse is not null)
        {
            Assert.Equal(keys, county.Keys(theme, warehouse));
        }

        return keys;
    }
}

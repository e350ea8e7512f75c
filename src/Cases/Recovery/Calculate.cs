using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Cases.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Cases.Recovery;

/// <summary>GET /api/calculators: what can be calculated; POST /api/calculators/{key}: the amount with its working. Nothing is stored.</summary>
public static class Calculate
{
    public sealed record View(string Key, TwoLanguages Title, TwoLanguages Basis, IReadOnlyList<CalculatorField> Fields, IReadOnlyList<string> Themes);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/calculators", List).RequireAuthorization(Permissions.Policy(Permissions.CaseRead)).WithName("calculators.list");
        api.MapPost("/calculators/{key}", Work).RequireAuthorization(Permissions.Policy(Permissions.CaseRead)).WithName("calculators.work");
    }

    private static IEnumerable<View> List(HttpContext context) => Calculators.All.Select(calculator => new View(calculator.Key, calculator.Title, calculator.Basis,
        [.. calculator.Fields.Select(field => field with { Unit = Unit(field.Unit, english: Texts.LanguageOf(context) == "en") })], calculator.Themes));

    private static IResult Work(string key, Dictionary<string, string?> typed, HttpContext context)
    {
        if (Calculators.All.FirstOrDefault(each => each.Key == key) is not { } calculator)
        {
            return Problem.NotFound();
        }

        var english = Texts.LanguageOf(context) == "en";
        var (values, wrong) = CalculatorValues.Read(calculator, typed);
        return values is not null ? Results.Ok(Told(calculator.Work(values), english))
            : Wrong(calculator, wrong, english);
    }

    /// <summary>Names the fields that hold nothing the calculator can work with.</summary>
    internal static Problem Wrong(Calculator calculator, IReadOnlyList<string> wrong, bool english) => Problem.Unprocessable(
        "calculation-wrong", string.Join(english ? ", " : "、", calculator.Fields.Where(field => wrong.Contains(field.Name)).Select(field => english ? field.Label.En : field.Label.Zh)));

    internal static Calculation Told(Calculation result, bool english) => result with { Lines = [.. result.Lines.Select(line => line with { Unit = Unit(line.Unit, english) })] };

    internal static string Unit(string unit, bool english) => !english ? unit
        : unit.Replace("小时", "h", StringComparison.Ordinal).Replace("元", "yuan", StringComparison.Ordinal).Replace("月", "month", StringComparison.Ordinal)
            .Replace("天", "days", StringComparison.Ordinal).Replace("次", "times", StringComparison.Ordinal);
}

using System.Globalization;
using System.Text;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Cases.Resources;

namespace CaseMgmt.Cases.Recovery;

/// <summary>
/// The sheet of one calculation (追补计算书): what was typed in, how the amount came about, who worked it out and when. It is what a reviewer checks the
/// handler's money against, so it is written from the values and not from what the page showed. Pure.
/// </summary>
public static class CalculationSheet
{
    public static string Text(Calculator calculator, CalculatorValues values, Calculation result, string caseNumber, string by, DateTime at, bool english)
    {
        var (language, sheet) = (english ? "en" : "zh", new StringBuilder());
        Line("sheet", Said(calculator.Title));
        Line("case", caseNumber);
        Line("by", by);
        Line("at", at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
        Line("basis", Said(calculator.Basis));
        Head("values");
        foreach (var field in calculator.Fields)
        {
            Entry(Said(field.Label), values.Shown(field, english), field.Unit);
        }

        Head("working");
        foreach (var line in result.Lines)
        {
            Entry(Said(line.Label), line.Value.ToString("0.######", CultureInfo.InvariantCulture), line.Unit);
        }

        Head("amount");
        Entry(Texts.Get(language, "calculation.sum"), result.Yuan.ToString("0.00", CultureInfo.InvariantCulture), "元");
        return result.UpperBound ? sheet.AppendLine(Texts.Get(language, "calculation.upper-bound")).ToString() : sheet.ToString();

        void Head(string name) => sheet.AppendLine().AppendLine(Texts.Get(language, "calculation." + name));
        void Line(string name, string value) => Entry(Texts.Get(language, "calculation." + name), value, "");
        void Entry(string name, string value, string unit) => sheet.AppendLine($"{name}{(english ? ": " : "：")}{value} {Calculate.Unit(unit, english)}".TrimEnd());
        string Said(TwoLanguages words) => english ? words.En : words.Zh;
    }
}

using System.Text;

namespace CaseMgmt.Cases.Monitoring.Loading;

/// <summary>Writes the problems of a batch as CSV in one language, line by line: there may be millions. The byte order mark lets spreadsheet programs show Chinese.</summary>
public static class RejectCsv
{
    public static async Task WriteAsync(string rejects, Stream output, string language, CancellationToken cancellation)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(true), leaveOpen: true);
        await writer.WriteAsync("file,line,column,reason\r\n");
        await foreach (var line in File.ReadLinesAsync(rejects, cancellation))
        {
            if (LoadProblem.ReadLine(line) is { } problem)
            {
                await writer.WriteAsync($"{Cell(problem.File)},{problem.Line},{Cell(problem.Column ?? "")},{Cell(problem.Text(language))}\r\n");
            }
        }
    }

    private static string Cell(string text) => text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

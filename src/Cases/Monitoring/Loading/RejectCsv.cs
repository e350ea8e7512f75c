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
                await writer.WriteAsync($"{CsvCell.Of(problem.File)},{problem.Line},{CsvCell.Of(problem.Column ?? "")},{CsvCell.Of(problem.Text(language))}\r\n");
            }
        }
    }
}

namespace IamCore.Policies.Parsing;

/// <summary>Collects errors by the byte at which they stand; lines and columns are counted once, at the end.</summary>
internal sealed class FaultList
{
    private const int NoIndex = -1;

    private readonly List<Raw> _faults = [];

    public int Count => _faults.Count;

    public void Add(PolicyFaultCode code, int offset, string message, string path) => AddItem(code, offset, message, path, NoIndex);

    /// <summary>Adds an error of one item of a list; of a bare value where <paramref name="index"/> is negative (VA-013).</summary>
    public void AddItem(PolicyFaultCode code, int offset, string message, string listPath, int index) =>
        _faults.Add(new Raw(code, offset, message, listPath, index));

    /// <summary>Forgets the others: the error ends the reading (PL-009).</summary>
    public void Replace(PolicyFaultCode code, int offset, string message, string path)
    {
        _faults.Clear();
        Add(code, offset, message, path);
    }

    /// <summary>The errors in document order, those of one place in the order of PL-200.</summary>
    public ValueList<PolicyFault> Locate(ReadOnlyMemory<byte> text, SourceOrigin origin)
    {
        _faults.Sort(static (a, b) => a.Offset != b.Offset ? a.Offset.CompareTo(b.Offset) : a.Code.CompareTo(b.Code));
        var places = new SourceText(text);
        var located = new PolicyFault[_faults.Count];
        for (var i = 0; i < located.Length; i++)
        {
            var fault = _faults[i];
            var (line, column) = origin.PlaceOf(places, fault.Offset);
            located[i] = new PolicyFault(fault.Code, fault.Message, fault.Path, fault.Index, line, column);
        }

        return new ValueList<PolicyFault>(located);
    }

    private readonly record struct Raw(PolicyFaultCode Code, int Offset, string Message, string Path, int Index);
}

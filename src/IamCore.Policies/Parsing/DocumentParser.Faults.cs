using IamCore.Policies.Documents;

namespace IamCore.Policies.Parsing;

/// <content>Noting errors. Paths and messages are made here, so only where there is an error.</content>
internal ref partial struct DocumentParser
{
    private readonly int FaultCount => _faults?.Count ?? 0;

    private void Fault(PolicyFaultCode code, int offset, string message, string path) => (_faults ??= new()).Add(code, offset, message, path);

    /// <summary>An error of the name or value just read.</summary>
    private void FaultHere(PolicyFaultCode code, string message, string path) => Fault(code, Offset, message, path);

    /// <summary>An error of one item of a list; of a bare value where <paramref name="index"/> is negative.</summary>
    private void FaultItem(PolicyFaultCode code, string message, string listPath, int index) =>
        (_faults ??= new()).AddItem(code, Offset, message, listPath, index);

    private void FaultType(string element, string expected, string path) => FaultType(element, expected, path, NoIndex);

    private void FaultType(string element, string expected, string path, int index) =>
        FaultItem(PolicyFaultCode.InvalidType, FaultMessage.Type(element, expected, _reader.TokenType), path, index);

    /// <summary>The member whose name was just read is not looked into (PL-205).</summary>
    private void FaultUnknownElement(bool inStatement)
    {
        var name = Text();
        FaultHere(PolicyFaultCode.UnknownElement, $"Unknown element \"{name}\"", JsonPath.Member(inStatement ? StatementPath() : _root, name));
        Skip();
    }

    /// <summary>The member whose name was just read is not looked into (PL-205).</summary>
    private void FaultNotAllowed(Element element)
    {
        FaultHere(PolicyFaultCode.ElementNotAllowed, $"{Elements.Name(element)} is not allowed in a {_type.Spelling()} policy", ElementPath(element));
        Skip();
    }

    private void FaultRepeated(Element element) => FaultRepeated(Elements.Name(element), ElementPath(element));

    private void FaultRepeated(string name, string path) => FaultHere(PolicyFaultCode.DuplicateKey, $"\"{name}\" appears more than once", path);
}

namespace IamCore.Signing;

/// <summary>A request could not be authenticated; <see cref="Fault"/> contains the reason.</summary>
public sealed class SignatureException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="fault">The reason.</param>
    public SignatureException(SignatureFault fault)
        : base(fault?.Message) => Fault = fault ?? throw new ArgumentNullException(nameof(fault));

    /// <summary>The reason, with the error code of the API.</summary>
    public SignatureFault Fault { get; }
}

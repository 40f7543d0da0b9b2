import type { ReactNode } from "react";

/** A labelled field with its hint and its error, tied together for assistive technology. */
export function Field({
  name,
  label,
  type = "text",
  value,
  hint,
  error,
  autoComplete,
  isRequired = true,
  maxLength,
  minLength,
}: {
  name: string;
  label: string;
  type?: "text" | "email" | "password";
  value?: string | undefined;
  hint?: ReactNode;
  error?: string | undefined;
  autoComplete?: string;
  isRequired?: boolean;
  maxLength?: number;
  minLength?: number;
}) {
  const describedBy = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={`field-${name}`}>{label}</label>
      <input
        id={`field-${name}`}
        name={name}
        type={type}
        defaultValue={value}
        autoComplete={autoComplete}
        required={isRequired}
        maxLength={maxLength}
        minLength={minLength}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={describedBy === "" ? undefined : describedBy}
      />
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${name}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

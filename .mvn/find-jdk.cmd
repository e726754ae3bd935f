@echo off
rem Called by mvnw.cmd: points JAVA_HOME at a JDK 25 or newer, wherever Windows usually keeps them.
if defined JAVA_HOME call :consider "%JAVA_HOME%" && exit /b 0
for %%R in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\BellSoft" "%USERPROFILE%\.jdks") do (
  for /d %%J in ("%%~R\*") do call :consider "%%~J" && exit /b 0
)
echo MediaNest needs a JDK 25 or newer to build: install one (for example Eclipse Temurin 25, https://adoptium.net) or set JAVA_HOME to it. 1>&2
exit /b 1

:consider
if not exist "%~1\bin\javac.exe" exit /b 1
if not exist "%~1\release" exit /b 1
for /f "tokens=2 delims==." %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set "MEDIANEST_JDK=%%~V"
set "MEDIANEST_JDK=%MEDIANEST_JDK:"=%"
if %MEDIANEST_JDK% LSS 25 exit /b 1
set "JAVA_HOME=%~1"
exit /b 0
